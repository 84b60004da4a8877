import { groovyScript, shellWord } from './groovy';
import type { ApplicationSettings } from './settings';

/**
 * Lines of shell that put `$IMAGE` into a workload, wait until all its Pods have it and answer, and go back to what was there
 * before when they do not. The change is the image's alone: everything else of the workload belongs to whoever made it.
 */
export function deployLines(application: ApplicationSettings, environment: 'test' | 'production'): readonly string[] {
  const { workload, namespaces, smoke, rolloutSeconds } = application;
  const target = shellWord(`${workload.kind}/${workload.name}`);
  const timeout = `--timeout=${rolloutSeconds}s`;
  return [
    'set -eu',
    `kubectl() { command kubectl --namespace ${shellWord(namespaces[environment])} "$@"; }`,
    'back() {',
    '  echo "$1: going back to what was there before" >&2',
    `  kubectl rollout undo ${target}`,
    `  kubectl rollout status ${target} ${timeout}`,
    '  exit 1',
    '}',
    `kubectl set image ${target} ${shellWord(workload.container)}="$IMAGE"`,
    `kubectl rollout status ${target} ${timeout} || back 'The roll-out failed'`,
    `curl --fail --silent --show-error --output /dev/null --max-time 10 --retry 6 --retry-delay 5 --retry-all-errors ${shellWord(smoke[environment])} || back 'The application does not answer'`,
  ];
}

/** The step of a pipeline that does it. */
export function deployStep(
  application: ApplicationSettings,
  environment: 'test' | 'production',
  indent: string,
): string {
  return `${indent}sh ${groovyScript(deployLines(application, environment), indent)}`;
}
