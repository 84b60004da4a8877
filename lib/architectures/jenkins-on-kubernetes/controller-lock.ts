/** Where the controller finds what keeps it alone. */
export const LOCK_SH = '/opt/jenkins/lock.sh';

/** Name of the Lease in the controller's namespace. */
export const LEASE = 'controller';

/** Seconds of the lock. What ends late still ends before another one begins. */
export const LOCK = Object.freeze({
  /** A Lease that nobody renewed for so long, by the clock of the one who waits, is free. */
  lease: 90,
  /** A holder that could not renew for so long ends Jenkins. A round of asking takes 15 at most. */
  giveUp: 60,
  /** Between two renewals. */
  every: 5,
});

/** What the script reads; the holder is the Pod, so that a container that starts again goes on. */
export function lockEnvironment(namespace: string) {
  return {
    LOCK_NAMESPACE: namespace,
    LOCK_NAME: LEASE,
    LOCK_HOLDER: { from: 'field' as const, path: 'metadata.uid' },
    LOCK_LEASE_SECONDS: String(LOCK.lease),
    LOCK_GIVE_UP_SECONDS: String(LOCK.giveUp),
    LOCK_EVERY_SECONDS: String(LOCK.every),
  };
}

/**
 * Lets one Jenkins at a time touch the home. Kubernetes keeps at most one Pod of a StatefulSet, and then starts none while a
 * lost node cannot say that its Pod has ended; of a Deployment it starts another one, and the old one may still run. So
 * whoever holds a Lease of the cluster runs, and whoever cannot renew it ends itself before anybody else can have it.
 *
 * `lock.sh wait` ends when the Lease is ours; `lock.sh run <program>` runs a program as long as it is. Nobody compares
 * clocks: a Lease is free when the one who waits has seen no change of it for its whole time, which it counts by the time since
 * the machine started.
 */
export const LOCK_SCRIPT = [
  'set -u -m',
  'api=${LOCK_API:-https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT}',
  'account=${LOCK_ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}',
  'leases=$api/apis/coordination.k8s.io/v1/namespaces/$LOCK_NAMESPACE/leases',
  'child=',
  '',
  'say() { echo "lock: $*" >&2; }',
  '',
  '# Seconds since the machine started, which nobody sets.',
  'now() {',
  '  local up',
  '  read -r up _ < /proc/uptime',
  '  echo "${up%.*}"',
  '}',
  '',
  '# Asks the API; says which status it answered, and leaves the answer.',
  'ask() {',
  '  local said',
  '  said=$(printf \'header = "Authorization: Bearer %s"\\n\' "$(cat "$account/token")" | curl --silent --config - \\',
  '    --connect-timeout 3 --max-time 5 --cacert "$account/ca.crt" --header "Content-Type: application/json" \\',
  '    --write-out "\\n%{http_code}" --request "$1" "$2" ${3:+--data "$3"}) || said=$\'\\n000\'',
  "  status=${said##*$'\\n'}",
  "  answer=${said%$'\\n'*}",
  '}',
  '',
  'field() { printf "%s\\n" "$answer" | grep -o "\\"$1\\": *\\"[^\\"]*\\"" | head -n 1 | cut -d \'"\' -f 4; }',
  '',
  '# Who holds the Lease, and its version; neither where there is none yet.',
  'look() {',
  '  ask GET "$leases/$LOCK_NAME"',
  '  case $status in',
  '    200) holder=$(field holderIdentity) version=$(field resourceVersion) ;;',
  '    404) holder= version= ;;',
  '    *) return 1 ;;',
  '  esac',
  '}',
  '',
  '# Writes who holds it, unless somebody wrote since we looked.',
  'write() {',
  '  local at=$leases/$LOCK_NAME how=PUT known="\\"resourceVersion\\":\\"$version\\"," began',
  '  began=$(now)',
  '  if [ -z "$version" ]; then at=$leases how=POST known=; fi',
  '  ask "$how" "$at" "{\\"apiVersion\\":\\"coordination.k8s.io/v1\\",\\"kind\\":\\"Lease\\",\\"metadata\\":{$known\\"name\\":\\"$LOCK_NAME\\",\\"namespace\\":\\"$LOCK_NAMESPACE\\"},\\"spec\\":{\\"holderIdentity\\":\\"$1\\",\\"leaseDurationSeconds\\":$LOCK_LEASE_SECONDS,\\"renewTime\\":\\"$(date -u +%Y-%m-%dT%H:%M:%S.000000Z)\\"}}"',
  '  case $status in',
  '    200 | 201) version=$(field resourceVersion) holder=$1 renewed=$began ;;',
  '    *) return 1 ;;',
  '  esac',
  '}',
  '',
  '# Waits until the Lease is ours: free, given back, or not renewed for its whole time.',
  'take() {',
  '  local seen= since=0',
  '  until look && { [ -z "$holder" ] || [ "$holder" = "$LOCK_HOLDER" ] ||',
  '    { [ "$version" = "$seen" ] && [ $(($(now) - since)) -gt "$LOCK_LEASE_SECONDS" ]; }; } && write "$LOCK_HOLDER"; do',
  '    if [ "$status" = 200 ] && [ "$version" != "$seen" ]; then',
  '      seen=$version since=$(now)',
  '      say "waiting for $holder"',
  '    elif [ "$status" != 200 ]; then',
  '      seen=',
  '      say "the API answered $status"',
  '    fi',
  '    sleep "$LOCK_EVERY_SECONDS"',
  '  done',
  '  say "held by $LOCK_HOLDER"',
  '}',
  '',
  "# Whether the Lease is somebody else's now, or could be soon.",
  'lost() {',
  '  if ! write "$LOCK_HOLDER" && look && [ "$holder" != "$LOCK_HOLDER" ]; then',
  '    say "taken by ${holder:-nobody}"',
  '    return 0',
  '  fi',
  '  if [ $(($(now) - renewed)) -gt "$LOCK_GIVE_UP_SECONDS" ]; then',
  '    say "not renewed for $LOCK_GIVE_UP_SECONDS s, the last answer was $status"',
  '    return 0',
  '  fi',
  '  return 1',
  '}',
  '',
  'run() {',
  '  take',
  '  "$@" &',
  '  child=$!',
  '  # What we are told to end ends by itself; the Lease is ours until it has.',
  '  trap \'kill -TERM "$child"\' TERM INT',
  '  while kill -0 "$child" 2> /dev/null; do',
  '    if lost; then',
  '      kill -KILL -- "-$child"',
  '      exit 1',
  '    fi',
  '    sleep "$LOCK_EVERY_SECONDS" &',
  '    wait -n "$child" "$!" || true',
  '  done',
  '  trap - TERM INT',
  '  wait "$child"',
  '  ended=$?',
  '  if write "" || { look && [ "$holder" = "$LOCK_HOLDER" ] && write ""; }; then say "given back"; fi',
  '  exit "$ended"',
  '}',
  '',
  'case $1 in',
  '  wait) take ;;',
  '  run) shift && run "$@" ;;',
  'esac',
  '',
].join('\n');
