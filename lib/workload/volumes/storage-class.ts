import { StorageClassV1 } from '@cdktf/provider-kubernetes/lib/storage-class-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { oneOf } from '../../core/checks';
import { withDefaults } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { any, choiceOf, flag, formProblems, listOf, mapOf, needed, text, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import { workplaceOf } from '../../core/workplace';
import { entriesOf, someOf } from '../pod/blocks';
import { replacedFor } from './reclaim';
import type { StorageClassFacts } from './storage-class-facts';

/** Kinds of ESSD and their siblings that classes can ask for. */
export type DiskType = 'cloud_essd' | 'cloud_auto' | 'cloud_essd_entry' | 'cloud_ssd' | 'cloud_efficiency';

/** What makes the volumes of a class, as plain data. Create one with `Provisioner`. */
export type ProvisionerData =
  | {
      readonly kind: 'disk';
      /** Preferred kind first; the next one where a zone or an instance type does not have it. */
      readonly types: readonly DiskType[];
      readonly performanceLevel?: 'PL0' | 'PL1' | 'PL2' | 'PL3';
      readonly kmsKeyId?: string;
      readonly zone?: string;
    }
  | { readonly kind: 'csi'; readonly driver: string; readonly parameters: Readonly<Record<string, string>> };

/** Props of disks. */
export interface DiskProvisioner {
  /** Preferred kind first. @default cloud_essd, then cloud_auto */
  readonly types?: readonly DiskType[];
  /** Of ESSDs. PL2 from 461 GiB, PL3 from 1261 GiB. @default "PL1" */
  readonly performanceLevel?: 'PL0' | 'PL1' | 'PL2' | 'PL3';
  /** KMS key. @default the key that ECS keeps: disks are encrypted either way */
  readonly kmsKeyId?: string;
  /** Zone of every disk, for Pods that are sent to ECI by label. @default the zone of the Pod */
  readonly zone?: string;
}

/** What makes the volumes of a class. */
export const Provisioner = Object.freeze({
  /** A disk for each claim: held by one node of one zone, encrypted, billed by its size. */
  disk: ({ types = ['cloud_essd', 'cloud_auto'], ...rest }: DiskProvisioner = {}): ProvisionerData =>
    // What is no list is kept, for the error to name it.
    Object.freeze({ ...rest, kind: 'disk', types: Array.isArray(types) ? Object.freeze([...types]) : types }),
  /** Whatever a driver makes of its parameters. A class of directories on NAS is a `NasStorageClass`. */
  csi: (driver: string, parameters: Readonly<Record<string, string>> = {}): ProvisionerData =>
    Object.freeze({ kind: 'csi', driver, parameters: Object.freeze({ ...parameters }) }),
});

export interface StorageClassProps {
  /** What makes the volumes. Replaces the class; volumes that exist stay. */
  readonly provisioner: ProvisionerData;
  /**
   * What becomes of a volume whose claim is deleted: `retain` keeps it, and it is paid for until somebody deletes it.
   * Replaces the class, since Kubernetes changes it in none; volumes that exist keep what they were made with.
   * @default "delete"
   */
  readonly reclaim?: 'delete' | 'retain';
  /**
   * When a volume is made: once a Pod that uses it is scheduled, which a disk needs to be in the Pod's zone, or at once.
   * Replaces the class.
   * @default "first-consumer" for disks without `zone`, else "immediate"
   */
  readonly binding?: 'first-consumer' | 'immediate';
  /** Whether claims can grow. Changed in place. @default true */
  readonly expandable?: boolean;
  /** Options of `mount`. Replaces the class. @default the driver's */
  readonly mountOptions?: readonly string[];
  /** Name of the class in the cluster. Replaces it. @default from the path below the stack */
  readonly name?: string;
  /**
   * Takes over the class that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

export const STORAGE_CLASS_DEFAULTS = Object.freeze({ reclaim: 'delete' as 'delete' | 'retain', expandable: true });

const FORMS: Forms<StorageClassProps> = {
  provisioner: needed(
    choiceOf(
      {
        disk: { types: listOf(any), performanceLevel: any, kmsKeyId: word, zone: word },
        csi: { driver: needed(word, '"diskplugin.csi.alibabacloud.com"'), parameters: mapOf(text) },
      },
      'Provisioner.disk(), Provisioner.csi(driver, {...})',
    ),
    'Provisioner.disk()',
  ),
  reclaim: any,
  binding: any,
  expandable: flag,
  mountOptions: listOf(word),
  name: any,
  adopt: word,
};

/**
 * A kind of volume that claims can ask for. Creates `kubernetes_storage_class_v1`, and `terraform_data` that replaces it when
 * what Kubernetes cannot change does; belongs to the cluster, not to a namespace. Free; what it makes is not.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack` outside of a WorkloadStack
 */
export class StorageClass extends Construct implements StorageClassFacts {
  readonly resource: StorageClassV1;
  readonly className: string;
  readonly media?: 'disk';
  readonly binding: 'first-consumer' | 'immediate';

  constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, checkedId(scope, id));
    const { stack } = workplaceOf(this);
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, STORAGE_CLASS_DEFAULTS);
    reject(this, storageClassProblems(p));
    const { provisioner } = p;
    this.media = provisioner.kind === 'disk' ? 'disk' : undefined;
    this.binding = p.binding ?? (provisioner.kind === 'disk' && !provisioner.zone ? 'first-consumer' : 'immediate');
    const reclaimPolicy = p.reclaim === 'retain' ? 'Retain' : 'Delete';
    this.resource = new StorageClassV1(this, 'Resource', {
      metadata: { name: p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, stack) },
      ...driverOf(provisioner),
      reclaimPolicy,
      volumeBindingMode: this.binding === 'first-consumer' ? 'WaitForFirstConsumer' : 'Immediate',
      allowVolumeExpansion: p.expandable,
      mountOptions: someOf(p.mountOptions),
      lifecycle: replacedFor(this, reclaimPolicy),
    });
    adopt(this.resource, p.adopt);
    this.className = this.resource.metadata.name;
  }
}

function driverOf(provisioner: ProvisionerData) {
  switch (provisioner.kind) {
    case 'disk': {
      const { types, performanceLevel = 'PL1', kmsKeyId, zone } = provisioner;
      const parameters = {
        type: types.join(','),
        encrypted: 'true',
        ...(types.includes('cloud_essd') && { performanceLevel }),
        ...(kmsKeyId !== undefined && { kmsKeyId }),
        ...(zone !== undefined && { zoneId: zone }),
      };
      return { storageProvisioner: 'diskplugin.csi.alibabacloud.com', parameters: entriesOf(parameters) };
    }
    case 'csi':
      return { storageProvisioner: provisioner.driver, parameters: entriesOf(provisioner.parameters) };
  }
}

const DISK_TYPES: readonly DiskType[] = [
  'cloud_essd',
  'cloud_auto',
  'cloud_essd_entry',
  'cloud_ssd',
  'cloud_efficiency',
];

function storageClassProblems({ provisioner, reclaim, binding, name }: StorageClassProps): Problem[] {
  return [
    ...kubernetesNameProblems('name', name),
    ...oneOf('reclaim', reclaim, ['delete', 'retain']),
    ...oneOf('binding', binding, ['first-consumer', 'immediate']),
    ...(provisioner.kind === 'disk' ? diskProblems(provisioner, binding) : []),
  ];
}

function diskProblems(
  { types, performanceLevel, zone }: Extract<ProvisionerData, { kind: 'disk' }>,
  binding: StorageClassProps['binding'],
): Problem[] {
  const level = `provisioner performanceLevel ${quote(performanceLevel)} is for cloud_essd, and types are ${types.join(', ')}`;
  const zoned = `binding "first-consumer": the disks are all in zone ${quote(zone)}, wherever the Pod is`;
  return [
    ...(types.length === 0 ? [invalid('provisioner names no disk type', types, 'write Provisioner.disk()')] : []),
    ...types.flatMap((type) => oneOf('provisioner.types', type, DISK_TYPES)),
    ...oneOf('provisioner.performanceLevel', performanceLevel, ['PL0', 'PL1', 'PL2', 'PL3']),
    ...(performanceLevel !== undefined && !types.includes('cloud_essd')
      ? [invalid(level, performanceLevel, 'leave performanceLevel out')]
      : []),
    ...(zone !== undefined && binding === 'first-consumer' ? [invalid(zoned, binding, 'leave binding out')] : []),
  ];
}

function invalid(what: string, value: unknown, fix: string): Problem {
  return { code: 'storage-class-invalid', what, value, fix };
}
