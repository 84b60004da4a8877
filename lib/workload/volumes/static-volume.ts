import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { PersistentVolumeV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-v1';
import { Construct, type IConstruct } from 'constructs';
import { isDeepStrictEqual } from 'node:util';
import { adopt, adoptedName } from '../../core/adopt';
import { oneOf } from '../../core/checks';
import { quote, reject, type Problem } from '../../core/errors';
import { any, formProblems, listOf, mapOf, needed, object, text, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { IMountable, MountOptions } from '../../core/mountable';
import type { StaticVolumeData, VolumeData } from '../../core/pod';
import { quantityProblems } from '../../core/quantity';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type INamespace, type IWorkload } from '../../core/workload';
import { entriesOf, someOf } from '../pod/blocks';
import { canonicalQuantity } from '../pod/quantities';
import { claimVolumeName, namespaceProblems, sharedProblems } from './claim-checks';
import { ACCESS_MODES } from './persistent-claim';

/**
 * Storage that exists and how to find it; see {@link StaticVolumeData}. `mountOptions` are changed in place, for Pods to
 * come. `capacity` and `accessMode` are fixed once made: give the construct another id to change them, which makes a new
 * pair beside the old one. Every other change replaces both, which waits until no Pod uses them.
 */
export interface StaticVolumeProps extends StaticVolumeData {
  /**
   * Takes over the PersistentVolume that exists instead of creating one, and has its name. Import id: `<name>`; its claim is
   * the part `claim`, see `Adopt.parts`.
   * @default none - a new one
   * @throws InputError `resource-id-invalid`
   */
  readonly adopt?: string;
}

const FORMS: Forms<StaticVolumeProps> = {
  driver: needed(word, '"nasplugin.csi.alibabacloud.com"'),
  attributes: needed(mapOf(needed(text, '"..."')), '{ server: "..." }'),
  handle: word,
  mountOptions: listOf(word),
  capacity: needed(any, '"20Gi"'),
  accessMode: needed(any, '"ReadWriteMany"'),
  adopt: word,
  secret: object({ name: needed(word, '"oss"'), namespace: needed(word, '"shop"') }),
};

/**
 * Storage that exists, for Pods of one namespace: a PersistentVolume that keeps it (`Retain`) and the one claim for it. The
 * two find each other by a class name that no class has, so that no default class steps in, and by the volume's name.
 *
 * Creates `kubernetes_persistent_volume_v1` and `kubernetes_persistent_volume_claim_v1`. Free; destroying it destroys
 * nothing of what is stored.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class StaticVolume extends Construct implements IMountable {
  readonly resource: PersistentVolumeV1;
  readonly claim: PersistentVolumeClaimV1;
  readonly namespace: INamespace;
  /** The volume for Pods. */
  readonly volume: VolumeData;
  readonly data: StaticVolumeData;
  private readonly users: IWorkload[] = [];
  private readonly claimText: string;

  constructor(scope: Construct, id: string, props: StaticVolumeProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    reject(this, formProblems(props, FORMS));
    reject(this, staticVolumeProblems(props));
    const { adopt: adopted, ...data } = props;
    this.data = Object.freeze(data);
    this.claimText = kubernetesName(this, this.namespace);
    const { namespaceName } = this.namespace;
    // Volumes belong to the cluster: the namespace is part of the name.
    const name = adoptedName(adopted) ?? kubernetesName(this, this.namespace, namespaceName);
    const spec = {
      storageClassName: `static-${name}`.slice(0, 63).replace(/-+$/, ''),
      accessModes: [props.accessMode],
    };
    const storage = canonicalQuantity(props.capacity);
    this.resource = new PersistentVolumeV1(this, 'Resource', {
      metadata: { name },
      spec: [
        {
          ...spec,
          capacity: { storage },
          persistentVolumeReclaimPolicy: 'Retain',
          mountOptions: someOf(props.mountOptions),
          persistentVolumeSource: { csi: csiSource(props, name) },
        },
      ],
    });
    adopt(this.resource, adopted);
    this.claim = new PersistentVolumeClaimV1(this, 'claim', {
      metadata: { name: this.claimText, namespace: namespaceName },
      spec: { ...spec, volumeName: this.resource.metadata.name, resources: { requests: { storage } } },
      waitUntilBound: false,
      dependsOn: waitFor(this, this.namespace.ready),
      // A claim does not find a volume again that was replaced under its name.
      lifecycle: { replaceTriggeredBy: [`${PersistentVolumeV1.tfResourceType}.${this.resource.friendlyUniqueId}.id`] },
    });
    this.volume = {
      name: claimVolumeName(this.claimText),
      source: { kind: 'claim', claimName: this.claim.metadata.name },
    };
    addTreeCheck(this, () => sharedProblems(this.claimText, props.accessMode, this.users));
  }

  mountIn(workload: IWorkload, path: string, { container, ...mount }: MountOptions = {}): void {
    reject(this, namespaceProblems(this.claimText, this.namespace.namespaceName, workload));
    workload.pod.addVolume(this.volume, { path, ...mount }, container);
    this.usedBy(workload);
  }

  /** Counts a workload among those whose Pods hold the volume. */
  usedBy(workload: IWorkload): void {
    if (!this.users.includes(workload)) {
      this.users.push(workload);
    }
  }
}

/** The static volume of a workload under an id, made when it is first asked for. */
export function staticVolumeOf(workload: IConstruct, id: string, data: StaticVolumeData): StaticVolume {
  const child = `volume-${id}`;
  const made = workload.node.tryFindChild(child) as StaticVolume | undefined;
  if (made === undefined) {
    const volume = new StaticVolume(workload as Construct, child, data);
    volume.usedBy(workload as IWorkload);
    return volume;
  }
  if (!isDeepStrictEqual(made.data, { ...data })) {
    const what = `volume ${quote(id)} of "${workload.node.path}" is other storage already`;
    reject(workload, [{ code: 'pod-conflict', what, value: id, fix: 'give one of the two another id' }]);
  }
  return made;
}

function csiSource({ driver, attributes, handle, secret }: StaticVolumeData, name: string) {
  return {
    driver,
    // Unique in the cluster: the driver takes two volumes of one handle for one.
    volumeHandle: handle ?? name,
    volumeAttributes: entriesOf(attributes),
    nodePublishSecretRef: secret && { ...secret },
  };
}

function staticVolumeProblems({ driver, capacity, accessMode }: StaticVolumeProps): Problem[] {
  const fits = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i.test(driver);
  const what = `driver ${quote(driver)} is not the name of a CSI driver`;
  const fix = 'write driver: "nasplugin.csi.alibabacloud.com"';
  return [
    ...(fits ? [] : [{ code: 'volume-invalid' as const, what, value: driver, fix }]),
    ...quantityProblems('capacity', capacity, '20Gi'),
    ...oneOf('accessMode', accessMode, ACCESS_MODES),
  ];
}
