import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { oneOf } from '../../core/checks';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { any, flag, type Form, formProblems, type Forms, needed, word } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import type { IMountable, MountOptions } from '../../core/mountable';
import type { AccessMode } from '../../core/pod';
import { byteProblems } from '../../core/quantity';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type INamespace, type IWorkload } from '../../core/workload';
import { canonicalQuantity } from '../pod/quantities';
import {
  accessProblems,
  claimVolumeName,
  eciProblems,
  namespaceProblems,
  sharedProblems,
  waitProblems,
} from './claim-checks';
import { classFacts, DEFAULT_CLASS, type StorageClassChoice, type StorageClassFacts } from './storage-class-facts';

/** What a claim asks for. */
export interface ClaimAsk {
  /** Size, such as `100Gi`. Grown in place where the class lets claims grow; a smaller one replaces the claim. */
  readonly size: string;
  /**
   * Class of the volume: a `StorageClass`, the name of one that exists, or `{ className, media, binding }` for one of
   * which more is known. Replaces the claim.
   * @default "alicloud-disk-topology-alltype" - a disk in the zone of the Pod
   */
  readonly storageClass?: StorageClassChoice;
  /** Who may hold it at once. Replaces the claim. @default "ReadWriteOnce" */
  readonly access?: AccessMode;
}

export interface PersistentClaimProps extends ClaimAsk {
  /**
   * Whether an apply waits until the volume is there, five minutes at most. Only for classes that bind at once.
   * @default false
   */
  readonly waitUntilBound?: boolean;
  /** Name in the namespace. Replaces the claim, and with it what is on the volume. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the claim that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a claim is when a prop is left out. */
export const CLAIM_DEFAULTS = Object.freeze({
  storageClass: DEFAULT_CLASS as StorageClassChoice,
  access: 'ReadWriteOnce' as AccessMode,
  waitUntilBound: false,
});

/** Who may hold a volume. */
export const ACCESS_MODES: readonly AccessMode[] = Object.freeze([
  'ReadWriteOnce',
  'ReadWriteMany',
  'ReadOnlyMany',
  'ReadWriteOncePod',
]);

const CLASS: Form = (prop, value) =>
  typeof value === 'string' || typeof (value as StorageClassFacts | null)?.className === 'string'
    ? []
    : [{ code: 'type-invalid', what: `${prop} is no storage class`, value, fix: `write ${prop}: "${DEFAULT_CLASS}"` }];

/** The forms of what a claim asks for. */
export const CLAIM_FORMS: Forms<ClaimAsk> = { size: needed(any, '"100Gi"'), storageClass: CLASS, access: any };

const FORMS: Forms<PersistentClaimProps> = { ...CLAIM_FORMS, waitUntilBound: flag, name: any, adopt: word };

/**
 * A volume that is made when it is first used, and outlives the Pods that use it. Creates
 * `kubernetes_persistent_volume_claim_v1`; the driver makes the disk or directory, billed by its size. Destroying it
 * destroys what is on it, unless the class retains volumes.
 *
 * @throws InputError with everything that is wrong with the props; when the App is synthesised `claim-shared` and
 *   `claim-on-eci`
 */
export class PersistentClaim extends Construct implements IMountable {
  readonly resource: PersistentVolumeClaimV1;
  /** Reference to the name: what uses it is made after it and destroyed before it. */
  readonly claimName: string;
  readonly namespace: INamespace;
  private readonly facts: StorageClassFacts;
  private readonly users: IWorkload[] = [];
  private readonly claimText: string;

  constructor(scope: Construct, id: string, props: PersistentClaimProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, CLAIM_DEFAULTS);
    this.facts = classFacts(p.storageClass);
    reject(this, [
      ...kubernetesNameProblems('name', p.name),
      ...claimProblems('', p),
      ...waitProblems(p.waitUntilBound, this.facts),
    ]);
    this.claimText = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    this.resource = new PersistentVolumeClaimV1(this, 'Resource', {
      metadata: { name: this.claimText, namespace: this.namespace.namespaceName },
      spec: claimSpec(p),
      waitUntilBound: p.waitUntilBound,
      dependsOn: waitFor(this, this.namespace.ready),
    });
    adopt(this.resource, p.adopt);
    this.claimName = this.resource.metadata.name;
    addTreeCheck(this, () => [
      ...sharedProblems(this.claimText, p.access, this.users),
      ...this.users.flatMap((workload) => eciProblems(workload, this.facts)),
    ]);
  }

  mountIn(workload: IWorkload, path: string, { container, ...mount }: MountOptions = {}): void {
    reject(this, namespaceProblems(this.claimText, this.namespace.namespaceName, workload));
    const source = { kind: 'claim' as const, claimName: this.claimName };
    workload.pod.addVolume({ name: claimVolumeName(this.claimText), source }, { path, ...mount }, container);
    if (!this.users.includes(workload)) {
      this.users.push(workload);
    }
  }
}

/** The provider's `spec` of a claim. */
export function claimSpec(ask: ClaimAsk) {
  const { size, storageClass, access } = withDefaults(ask, CLAIM_DEFAULTS);
  return {
    accessModes: [access],
    storageClassName: classFacts(storageClass).className,
    resources: { requests: { storage: canonicalQuantity(size) } },
  };
}

/** Problems with what a claim asks for. */
export function claimProblems(prefix: string, ask: ClaimAsk): ReturnType<typeof byteProblems> {
  const { size, storageClass, access } = withDefaults(ask, CLAIM_DEFAULTS);
  return [
    ...byteProblems(`${prefix}size`, size, '100Gi'),
    ...oneOf(`${prefix}access`, access, ACCESS_MODES),
    ...accessProblems(access, classFacts(storageClass)),
  ];
}
