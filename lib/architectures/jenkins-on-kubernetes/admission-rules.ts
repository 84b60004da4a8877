/** What the API server holds an object against, in the language of its policies, and what it says to who is refused. */
export interface Validation {
  readonly expression: string;
  readonly message: string;
}

/** Value of the controller's priority. */
export const PRIORITY = 1_000_000;

/** The volumes that a Pod of a build may have: disks of its own, and what is in its namespace. */
const VOLUMES = Object.freeze(['configMap', 'downwardAPI', 'emptyDir', 'projected', 'secret']);

/** Capabilities that containers may have at the level `baseline`; more of them is as good as the node. */
const CAPABILITIES = Object.freeze([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** What a Pod could ask ECI and the network for by a line: another identity, another place in the network, an address of its own. */
const ANNOTATIONS = Object.freeze([
  'k8s.aliyun.com/eci-eip-instanceid',
  'k8s.aliyun.com/eci-ram-role-name',
  'k8s.aliyun.com/eci-security-group',
  'k8s.aliyun.com/eci-vswitch',
  'k8s.aliyun.com/eci-with-eip',
  'k8s.aliyun.com/pod-with-eip',
]);

/** What holds for all containers of a Pod, those that run before the others included. */
function everyContainer(holds: string): string {
  return ['containers', 'initContainers']
    .map((list) => `object.spec.?${list}.orValue([]).all(c, ${holds})`)
    .join(' && ');
}

/** What a Pod of a build is refused for, also where the level of its namespace would let it in. */
export const OWN_PODS: readonly Validation[] = Object.freeze([
  {
    expression: `object.spec.?volumes.orValue([]).all(v, ${VOLUMES.map((kind) => `has(v.${kind})`).join(' || ')})`,
    message:
      'Pods of builds have disks of their own, ConfigMaps and Secrets, and no file system, claim or path of somebody else',
  },
  {
    expression: ['hostNetwork', 'hostPID', 'hostIPC'].map((one) => `!object.spec.?${one}.orValue(false)`).join(' && '),
    message: 'Pods of builds share nothing with their node',
  },
  {
    expression: everyContainer(
      "!c.?securityContext.?privileged.orValue(false) && c.?securityContext.?procMount.orValue('Default') == 'Default'",
    ),
    message: 'containers of builds are not privileged',
  },
  {
    expression: everyContainer(
      `c.?securityContext.?capabilities.?add.orValue([]).all(one, one in ${JSON.stringify(CAPABILITIES)})`,
    ),
    message: 'containers of builds have no more capabilities than containers have by default',
  },
  {
    expression: everyContainer('c.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)'),
    message: 'containers of builds have no ports of their node',
  },
  {
    expression: `object.metadata.?annotations.orValue({}).all(key, !(key in ${JSON.stringify(ANNOTATIONS)}))`,
    message: 'Pods of builds choose no RAM role, no security group, no vSwitch and no public address',
  },
  {
    expression: `object.spec.?priority.orValue(0) < ${PRIORITY}`,
    message: 'Pods of builds do not push the controller aside',
  },
]);

/** What of a Pod somebody who gives it another image leaves alone. */
const POD = Object.freeze([
  'automountServiceAccountToken',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'imagePullSecrets',
  'nodeName',
  'nodeSelector',
  'priorityClassName',
  'runtimeClassName',
  'securityContext',
  'serviceAccountName',
  'shareProcessNamespace',
  'tolerations',
  'volumes',
]);

/** The same of a container. */
const CONTAINER = Object.freeze([
  'args',
  'command',
  'env',
  'envFrom',
  'lifecycle',
  'ports',
  'resources',
  'securityContext',
  'volumeDevices',
  'volumeMounts',
]);

const NOW = 'object.spec.template.spec';
const BEFORE = 'oldObject.spec.template.spec';

/** Each container is one that was there, but for its image. */
function sameContainers(list: string): string {
  const same = CONTAINER.map((field) => `b.?${field} == c.?${field}`).join(' && ');
  const [now, before] = [NOW, BEFORE].map((spec) => `${spec}.?${list}.orValue([])`);
  return `${now}.size() == ${before}.size() && ${now}.all(c, ${before}.exists(b, b.name == c.name && ${same}))`;
}

/** What somebody who deploys is refused for: anything but another image. A restart, which is a line, is none of it. */
export const LIKE_BEFORE: readonly Validation[] = Object.freeze([
  {
    expression: POD.map((field) => `${NOW}.?${field} == ${BEFORE}.?${field}`).join(' && '),
    message: 'who deploys changes images, and not what their Pods may do or see',
  },
  { expression: sameContainers('containers'), message: 'who deploys changes images, and not how containers run' },
  {
    expression: sameContainers('initContainers'),
    message: 'who deploys changes images, and not how containers run before the others',
  },
  {
    expression:
      "object.spec.template.metadata.?annotations.orValue({}).all(key, key == 'kubectl.kubernetes.io/restartedAt' || " +
      'oldObject.spec.template.metadata.?annotations[?key] == object.spec.template.metadata.?annotations[?key])',
    message: 'who deploys changes images, and no annotation of their Pods',
  },
]);
