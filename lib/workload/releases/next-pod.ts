import type {
  ContainerData,
  EnvValue,
  IPod,
  MountData,
  NodeCondition,
  PodData,
  StaticVolumeData,
  TolerationData,
  VolumeData,
} from '../../core/pod';
import { READINESS_GATE } from '../service/readiness-gate';

/** How the next Pods differ from the service's own. */
export interface NextPodParts {
  readonly image: string;
  readonly env: Readonly<Record<string, EnvValue>>;
  /** Labels by which the next Pods are found. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether the balancers of the service know the next Pods, too. */
  readonly balanced: boolean;
}

/** The next Pods: those of the service with another image, wherever the service's own image runs. */
export function nextPodData(stable: PodData, { image, env, labels, balanced }: NextPodParts): PodData {
  const [application] = stable.containers;
  const own = application?.image;
  const renewed = (one: ContainerData): ContainerData => (one.image === own ? { ...one, image } : one);
  const first = (one: ContainerData): ContainerData => ({ ...renewed(one), env: { ...one.env, ...env } });
  return {
    ...stable,
    labels: { ...stable.labels, ...labels },
    containers: stable.containers.map((one, index) => (index === 0 ? first(one) : renewed(one))),
    initContainers: stable.initContainers.map(renewed),
    // A balancer that never gets to know a Pod never opens its gate.
    readinessGates: balanced ? stable.readinessGates : stable.readinessGates.filter(isNoGateOfBalancers),
  };
}

/** Gates that a balancer opens; those of an Ingress of ALB among them. */
function isNoGateOfBalancers(gate: string): boolean {
  return !gate.startsWith(READINESS_GATE) && !gate.endsWith('.k8s.alibabacloud');
}

/** The next Pods as the rest of a program sees them: what is added to them is added to those of the service. */
export class NextPod implements IPod {
  constructor(
    private readonly stable: IPod,
    private readonly parts: NextPodParts,
  ) {}

  get data(): PodData {
    return nextPodData(this.stable.data, this.parts);
  }

  addEnvironment(name: string, value: EnvValue, container?: string): void {
    this.stable.addEnvironment(name, value, container);
  }

  addSecretEnvironment(id: string, values: Readonly<Record<string, string>>, rotation?: string): void {
    this.stable.addSecretEnvironment(id, values, rotation);
  }

  addVolume(volume: VolumeData, mount: Omit<MountData, 'volume'>, container?: string): void {
    this.stable.addVolume(volume, mount, container);
  }

  addStaticVolume(id: string, volume: StaticVolumeData, mount: Omit<MountData, 'volume'>, container?: string): void {
    this.stable.addStaticVolume(id, volume, mount, container);
  }

  addLabel(key: string, value: string): void {
    this.stable.addLabel(key, value);
  }

  addAnnotation(key: string, value: string): void {
    this.stable.addAnnotation(key, value);
  }

  addToleration(toleration: TolerationData): void {
    this.stable.addToleration(toleration);
  }

  requireNodes(condition: NodeCondition): void {
    this.stable.requireNodes(condition);
  }

  preferNodes(weight: number, condition: NodeCondition): void {
    this.stable.preferNodes(weight, condition);
  }

  addReadinessGate(conditionType: string): void {
    this.stable.addReadinessGate(conditionType);
  }

  addImagePullSecret(name: string): void {
    this.stable.addImagePullSecret(name);
  }

  useServiceAccount(name: string): void {
    this.stable.useServiceAccount(name);
  }

  useDns(dns: NonNullable<PodData['dns']>): void {
    this.stable.useDns(dns);
  }

  addContainer(container: ContainerData): void {
    this.stable.addContainer(container);
  }

  addInitContainer(container: ContainerData): void {
    this.stable.addInitContainer(container);
  }
}
