import type { CloudView, Thing } from '../cloud/cloud';
import { isObj, text, type Obj } from '../cty/value';
import { amountOf } from '../values/quantity';
import { inCluster, objectName, objectNamespace, wasThere } from './cluster-look';
import { block } from './kube-look';
import { texts } from './look';
import type { Refusal, Rule } from './rule';

/** Classes of ACK's CSI components, and when each binds. */
const GIVEN_CLASSES: Readonly<Record<string, string>> = {
  'alicloud-disk-efficiency': 'Immediate',
  'alicloud-disk-essd': 'Immediate',
  'alicloud-disk-ssd': 'Immediate',
  'alicloud-disk-available': 'Immediate',
  'alicloud-disk-topology': 'WaitForFirstConsumer',
  'alicloud-disk-topology-alltype': 'WaitForFirstConsumer',
  'alibabacloud-cnfs-nas': 'Immediate',
};

const sizeOf = (map: Obj[string] | undefined): number | undefined =>
  amountOf(text(isObj(map) ? map.storage : undefined));

/** A claim finds a volume: the one that it names, or one that its class makes. */
export const kubeClaimBinds: Rule = {
  name: 'kube-claim-binds',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
  types: ['kubernetes_persistent_volume_claim*'],
  on: ['create'],
  check({ values, cluster }, cloud) {
    const spec = block(values, 'spec');
    const volume = text(spec.volume_name);
    return volume ? bound(cloud, cluster, volume, spec, values) : provisioned(cloud, cluster, spec, values);
  },
};

function bound(cloud: CloudView, cluster: string | undefined, name: string, spec: Obj, values: Obj): Refusal[] {
  const volume = inCluster(cloud, 'persistent_volume', cluster).find((thing) => objectName(thing.values) === name);
  if (volume === undefined) {
    if (wasThere(cluster)) {
      return [];
    }
    const what = `persistentvolume "${name}" not found: the claim waits for ever`;
    return [{ what, fix: 'create the volume first and refer to its name' }];
  }
  const offer = block(volume.values, 'spec');
  const modes = texts(offer.access_modes);
  const [ownClass, itsClass] = [text(spec.storage_class_name) ?? '', text(offer.storage_class_name) ?? ''];
  const asked = sizeOf(block(spec, 'resources').requests) ?? 0;
  const taken = claimOf(cloud, cluster, name, values);
  return [
    ...(ownClass === itsClass
      ? []
      : [
          {
            what: `storageClassName does not match: claim "${ownClass}", volume "${itsClass}"`,
            fix: 'write one class on both',
          },
        ]),
    ...texts(spec.access_modes)
      .filter((mode) => !modes.includes(mode))
      .map((mode) => ({
        what: `incompatible accessMode: the volume offers no ${mode}`,
        fix: 'ask for a mode that the volume has',
      })),
    ...(asked <= (sizeOf(offer.capacity) ?? Infinity)
      ? []
      : [{ what: 'requested PV is too small', fix: 'ask for at most the capacity of the volume' }]),
    ...(taken === undefined
      ? []
      : [
          {
            what: `volume "${name}" already bound to the claim "${objectName(taken.values)}"`,
            fix: 'make a volume per claim',
          },
        ]),
  ];
}

const claimOf = (cloud: CloudView, cluster: string | undefined, volume: string, own: Obj): Thing | undefined =>
  inCluster(cloud, 'persistent_volume_claim', cluster).find(
    (thing) =>
      text(block(thing.values, 'spec').volume_name) === volume &&
      (objectName(thing.values) !== objectName(own) ||
        objectNamespace(thing.type, thing.values) !== objectNamespace(thing.type, own)),
  );

function provisioned(cloud: CloudView, cluster: string | undefined, spec: Obj, values: Obj): Refusal[] {
  const name = text(spec.storage_class_name);
  if (!name) {
    return [
      {
        what: 'the claim names neither a class nor a volume: no class of ACK is the default, and the provider sends no empty one',
        fix: 'set storage_class_name; for a volume made by hand also volume_name',
      },
    ];
  }
  const made = inCluster(cloud, 'storage_class', cluster).find((thing) => objectName(thing.values) === name);
  const mode = text(made?.values.volume_binding_mode) ?? (made ? 'Immediate' : GIVEN_CLASSES[name]);
  const byHand = inCluster(cloud, 'persistent_volume', cluster).some(
    (thing) => text(block(thing.values, 'spec').storage_class_name) === name,
  );
  if (mode === undefined && !byHand && !wasThere(cluster)) {
    const what = `storageclass.storage.k8s.io "${name}" not found: the claim waits for ever`;
    return [
      { what, fix: `create the class first and refer to its name, or take ${Object.keys(GIVEN_CLASSES).join(', ')}` },
    ];
  }
  return mode === 'WaitForFirstConsumer' && values.wait_until_bound !== false
    ? [
        {
          what: `timeout while waiting for the claim to be bound: class "${name}" waits for the first Pod, which waits for Terraform`,
          fix: 'set wait_until_bound = false',
        },
      ]
    : [];
}
