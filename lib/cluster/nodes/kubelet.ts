import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** Settings of the kubelet. A change rolls through the nodes of the pool. */
export interface Kubelet {
  /**
   * Most Pods on a node, 8 to 256; with Terway the network interfaces set a lower limit, and the Pod vSwitches are checked
   * to have addresses for so many on every node.
   */
  readonly maxPods?: number;
  /** `static` gives whole cores to Pods that ask for whole cores. */
  readonly cpuManager?: 'none' | 'static';
  /** Most processes of one Pod, at least 100. */
  readonly podPidsLimit?: number;
  /** Size at which a container's log is rotated, such as `100Mi`. */
  readonly containerLogMaxSize?: string;
  /** Log files kept per container, at least 2. */
  readonly containerLogMaxFiles?: number;
  /** Images are removed when the disk is this full, percent, 60 to 95. */
  readonly imageGcHighPercent?: number;
  /** Images are removed until the disk is this full, percent, 30 to 90. */
  readonly imageGcLowPercent?: number;
  /** Image pulls per second; 0 is no limit. */
  readonly registryPullQps?: number;
  /** Set aside for the kubelet and the container runtime, such as `{ cpu: '100m', memory: '1Gi' }`. */
  readonly kubeReserved?: Readonly<Record<string, string>>;
  /** Set aside for the system, such as `{ cpu: '100m', memory: '1Gi' }`. */
  readonly systemReserved?: Readonly<Record<string, string>>;
  /** Pods are evicted at once below this, such as `{ 'memory.available': '300Mi' }`. */
  readonly evictionHard?: Readonly<Record<string, string>>;
}

/** The `kubelet_configuration` of a node pool, whose numbers are text; `undefined` when nothing is set. */
export function kubeletConfiguration(kubelet: Kubelet | undefined) {
  if (kubelet === undefined || Object.values(kubelet).every((value) => value === undefined)) {
    return undefined;
  }
  return {
    maxPods: text(kubelet.maxPods),
    cpuManagerPolicy: kubelet.cpuManager,
    podPidsLimit: text(kubelet.podPidsLimit),
    containerLogMaxSize: kubelet.containerLogMaxSize,
    containerLogMaxFiles: text(kubelet.containerLogMaxFiles),
    imageGcHighThresholdPercent: text(kubelet.imageGcHighPercent),
    imageGcLowThresholdPercent: text(kubelet.imageGcLowPercent),
    registryPullQps: text(kubelet.registryPullQps),
    kubeReserved: kubelet.kubeReserved,
    systemReserved: kubelet.systemReserved,
    evictionHard: kubelet.evictionHard,
  };
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** Problems with kubelet settings. */
export function kubeletProblems(kubelet: Kubelet): Problem[] {
  return [
    ...wholeNumber('kubelet.maxPods', kubelet.maxPods, 8, 256, 'Pods'),
    ...oneOf('kubelet.cpuManager', kubelet.cpuManager, ['none', 'static']),
    ...wholeNumber('kubelet.podPidsLimit', kubelet.podPidsLimit, 100, 4194304, 'processes'),
    ...wholeNumber('kubelet.containerLogMaxFiles', kubelet.containerLogMaxFiles, 2, 100, 'files'),
    ...wholeNumber('kubelet.imageGcHighPercent', kubelet.imageGcHighPercent, 60, 95, 'percent'),
    ...wholeNumber('kubelet.imageGcLowPercent', kubelet.imageGcLowPercent, 30, 90, 'percent'),
    ...imageGcProblems(kubelet),
    ...logSizeProblems(kubelet.containerLogMaxSize),
    ...wholeNumber('kubelet.registryPullQps', kubelet.registryPullQps, 0, 500, 'pulls per second'),
  ];
}

function imageGcProblems({ imageGcHighPercent: high, imageGcLowPercent: low }: Kubelet): Problem[] {
  if (typeof high !== 'number' || typeof low !== 'number' || isToken(high) || isToken(low) || low < high) {
    return [];
  }
  const what = `kubelet.imageGcLowPercent ${low} is not below imageGcHighPercent ${high}, and the kubelet would not start`;
  return [{ code: 'number-invalid', what, value: low, fix: 'write imageGcLowPercent below imageGcHighPercent' }];
}

function logSizeProblems(size: string | undefined): Problem[] {
  if (size === undefined || isToken(size) || /^[1-9]\d*(Ki|Mi|Gi|k|M|G)?$/.test(size)) {
    return [];
  }
  const what = `kubelet.containerLogMaxSize ${quote(size)} is not a size`;
  return [{ code: 'type-invalid', what, value: size, fix: 'write a size such as containerLogMaxSize: "100Mi"' }];
}
