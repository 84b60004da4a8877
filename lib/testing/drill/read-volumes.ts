import type { PlacedObject } from './read-objects';
import type { Data, Template } from './read-pod';

const DISK_DRIVER = 'diskplugin.csi.alibabacloud.com';
/** A disk that is kept in several zones at once. */
const REGIONAL = 'cloud_regional_disk_auto';

/** What the volumes of a workload bind its Pods to. */
export interface Bound {
  /** Each Pod has a disk of its own, which is in one zone. */
  readonly zonal: boolean;
  /** All Pods share one disk. */
  readonly oneDisk: boolean;
  /** Claims whose kind of storage the Terraform does not tell. */
  readonly unknown: readonly string[];
  /** Objects that the Pods name: claims and their volumes, Secrets, ConfigMaps. */
  readonly named: readonly PlacedObject[];
}

export function boundBy(workload: PlacedObject, { spec }: Template, objects: readonly PlacedObject[]): Bound {
  const here = objects.filter(({ cluster }) => cluster === workload.cluster);
  const find = (kind: string, name: unknown) =>
    here.find((one) => one.object.kind === kind && one.name === name && one.namespace === workload.namespace);
  const wide = (kind: string, name: unknown) => here.find((one) => one.object.kind === kind && one.name === name);

  const claimNames = ((spec.volumes ?? []) as readonly Data[])
    .map(({ persistentVolumeClaim: claim }) => claim?.claimName as string | undefined)
    .filter((name) => name !== undefined);
  const claims = claimNames.map((name) => ({ name, claim: find('PersistentVolumeClaim', name) }));
  const templates = (workload.object.spec?.volumeClaimTemplates ?? []) as readonly Data[];
  const storage = (claim: Data | undefined): 'zonal' | 'free' | 'unknown' => {
    const volume = wide('PersistentVolume', claim?.volumeName)?.object.spec as Data | undefined;
    const className = String(claim?.storageClassName ?? '');
    if (volume !== undefined) {
      return volume.csi?.driver === DISK_DRIVER ? 'zonal' : 'free';
    }
    return ofClass(className, wide('StorageClass', className)?.object as Data | undefined);
  };
  const kinds = claims.map(({ name, claim }) => ({ name, kind: storage(claim?.object.spec as Data | undefined) }));
  const own = templates.map(({ metadata, spec: claim }) => ({
    name: String(metadata?.name),
    kind: storage(claim as Data | undefined),
  }));
  const volumes = claims.flatMap(({ claim }) => wide('PersistentVolume', claim?.object.spec?.volumeName) ?? []);
  return {
    zonal: own.some(({ kind }) => kind === 'zonal'),
    oneDisk: kinds.some(({ kind }) => kind === 'zonal'),
    unknown: [...kinds, ...own].filter(({ kind }) => kind === 'unknown').map(({ name }) => name),
    named: [
      ...claims.flatMap(({ claim }) => claim ?? []),
      ...volumes,
      ...namesIn(spec).flatMap(({ kind, name }) => find(kind, name) ?? []),
    ],
  };
}

/** Classes of ACK are known by their names, others by what made them. */
function ofClass(name: string, made: Data | undefined): 'zonal' | 'free' | 'unknown' {
  if (made !== undefined) {
    const disk = made.provisioner === DISK_DRIVER || made.storageProvisioner === DISK_DRIVER;
    return disk && made.parameters?.type !== REGIONAL ? 'zonal' : 'free';
  }
  return name.startsWith('alicloud-disk-') ? 'zonal' : 'unknown';
}

/** Secrets and ConfigMaps that a Pod names, in volumes and variables. */
function namesIn(spec: Data): readonly { readonly kind: string; readonly name: unknown }[] {
  const containers = [...((spec.initContainers ?? []) as Data[]), ...((spec.containers ?? []) as Data[])];
  const of = (secret: Data | undefined, map: Data | undefined) => [
    { kind: 'Secret', name: secret?.name ?? secret?.secretName },
    { kind: 'ConfigMap', name: map?.name },
  ];
  return [
    ...((spec.volumes ?? []) as Data[]).flatMap(({ secret, configMap }) => of(secret as Data, configMap as Data)),
    ...containers.flatMap(({ env = [], envFrom = [] }) => [
      ...(env as Data[]).flatMap(({ valueFrom }) =>
        of(valueFrom?.secretKeyRef as Data, valueFrom?.configMapKeyRef as Data),
      ),
      ...(envFrom as Data[]).flatMap(({ secretRef, configMapRef }) => of(secretRef as Data, configMapRef as Data)),
    ]),
  ].filter(({ name }) => name !== undefined);
}
