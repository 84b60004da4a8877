import type { Construct } from 'constructs';
import { reject } from '../../core/errors';
import type { Dependable } from '../../core/network';
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
import { Secret } from '../secret';
import { staticVolumeOf } from '../volumes/static-volume';
import * as edits from './pod-edits';
import { containerProblems } from './container-problems';
import { conditionProblems, podProblems, readPod, volumeProblems } from './pod-problems';
import { clearTextProblems, containerSecretProblems, podSecretProblems } from './secrets-in-pod';

/** What Pods belong to: a workload, whose Pods can be told to start after something else. */
type PodOwner = Construct & { after?(...things: readonly Dependable[]): void };

/** Annotation that changes with a rotation, so that the Pods are replaced. */
export const ROTATION = 'alicloud-constructs.io/rotation-';

/**
 * The Pods of one workload, as data that the program still adds to. After every change it asks its owner to put the
 * template again.
 */
export class Pod implements IPod {
  private current: PodData;

  /**
   * @param owner the workload, for the paths of errors
   * @param data the Pods to begin with
   * @param changed puts the template again; called after every change, never by the constructor
   * @throws InputError with everything that is wrong with the data
   */
  constructor(
    private readonly owner: PodOwner,
    data: PodData,
    private readonly changed: () => void,
  ) {
    reject(owner, [...podSecretProblems(owner, data), ...podProblems(data)]);
    this.current = Object.freeze({ ...data });
  }

  get data(): PodData {
    return this.current;
  }

  addEnvironment(name: string, value: EnvValue, container?: string): void {
    reject(this.owner, clearTextProblems(this.owner, [[`variable ${name}`, value]]));
    this.become(edits.withEnvironment(this.current, name, value, container));
  }

  addSecretEnvironment(id: string, values: Readonly<Record<string, string>>, rotation?: string): void {
    const secret = new Secret(this.owner, id, { values });
    // Pods that start before what they name exists fail first, and are tried again later.
    this.owner.after?.(secret.resource);
    const turn = rotation === undefined ? {} : { [`${ROTATION}${id}`]: rotation };
    reject(this.owner, clearTextProblems(this.owner, Object.entries(turn)));
    this.become(
      edits.inTurn(this.current, [
        ...secret.keys.map((key) => (data: PodData) => edits.withEnvironment(data, key, secret.env(key))),
        ...Object.entries(turn).map(
          ([key, value]) =>
            (data: PodData) =>
              edits.withEntry(data, 'annotations', key, value),
        ),
      ]),
    );
  }

  addVolume(volume: VolumeData, mount: Omit<MountData, 'volume'>, container?: string): void {
    reject(this.owner, volumeProblems(volume));
    this.become(edits.withVolume(this.current, volume, mount, container));
  }

  addStaticVolume(id: string, volume: StaticVolumeData, mount: Omit<MountData, 'volume'>, container?: string): void {
    this.addVolume(staticVolumeOf(this.owner, id, volume).volume, mount, container);
  }

  addLabel(key: string, value: string): void {
    this.become(edits.withEntry(this.current, 'labels', key, value));
  }

  addAnnotation(key: string, value: string): void {
    reject(this.owner, clearTextProblems(this.owner, [[`annotation ${key}`, value]]));
    this.become(edits.withEntry(this.current, 'annotations', key, value));
  }

  addToleration(toleration: TolerationData): void {
    this.become(edits.withElement(this.current, 'tolerations', toleration));
  }

  requireNodes(condition: NodeCondition): void {
    reject(this.owner, conditionProblems('condition', condition));
    this.become(edits.withRequired(this.current, condition));
  }

  preferNodes(weight: number, condition: NodeCondition): void {
    reject(this.owner, conditionProblems('condition', condition, weight));
    this.become(edits.withPreferred(this.current, weight, condition));
  }

  addReadinessGate(conditionType: string): void {
    this.become(edits.withElement(this.current, 'readinessGates', conditionType));
  }

  addImagePullSecret(name: string): void {
    this.become(edits.withElement(this.current, 'imagePullSecrets', name));
  }

  useServiceAccount(name: string): void {
    this.become(edits.withServiceAccount(this.current, name));
  }

  useDns(dns: NonNullable<PodData['dns']>): void {
    this.become(edits.withDns(this.current, dns));
  }

  addContainer(container: ContainerData): void {
    reject(this.owner, [
      ...containerProblems(`container ${container.name}`, container),
      ...containerSecretProblems(this.owner, container),
    ]);
    this.become(edits.withAnother(this.current, 'containers', container));
  }

  addInitContainer(container: ContainerData): void {
    reject(this.owner, [
      ...containerProblems(`init container ${container.name}`, container),
      ...containerSecretProblems(this.owner, container),
    ]);
    this.become(edits.withAnother(this.current, 'initContainers', container));
  }

  private become(edited: edits.Edited): void {
    if ('problem' in edited) {
      reject(this.owner, [edited.problem]);
      return;
    }
    // Nothing new, no new template.
    if (edited.data !== this.current) {
      this.current = readPod(this.owner, edited.data);
      this.changed();
    }
  }
}
