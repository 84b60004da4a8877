import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

const BY_ITSELF = { managed: 'default', dedicated: 'default', serverless: 'optional' } as const;
const DEAD = {
  never: 'FlexVolume came before CSI and works with no Kubernetes that ACK still offers',
  instead: 'leave it out: csi-plugin is there by itself',
} as const;

/** Volumes of Pods. */
export const STORAGE: readonly AddonRow[] = [
  {
    name: 'csi-plugin',
    does: 'mounts volumes on nodes',
    kinds: {
      managed: 'default',
      dedicated: 'default',
      serverless: { never: 'ECI mounts volumes by itself', instead: 'leave it out' },
    },
    excludes: [
      { other: 'flexvolume', why: 'both mount the same volumes' },
      { other: 'alicloud-disk-controller', why: 'both make volumes on disks' },
    ],
    roles: [ROLES.csi, ROLES.csiPlugin],
    source: 'cluster',
  },
  {
    name: 'csi-provisioner',
    does: 'makes volumes on demand',
    kinds: BY_ITSELF,
    named: { serverless: 'managed-csiprovisioner' },
    roles: [ROLES.csi, ROLES.csiProvisioner],
    source: 'cluster',
  },
  {
    name: 'storage-operator',
    does: 'keeps the storage components going',
    kinds: BY_ITSELF,
    roles: [ROLES.csi],
    source: 'cluster',
  },
  {
    name: 'cnfs-controller',
    does: 'keeps NAS and OSS as objects of the cluster',
    kinds: BY_ITSELF,
    needs: ['storage-operator'],
    roles: [ROLES.csi],
    source: 'cluster',
  },
  {
    name: 'flexvolume',
    does: 'mounted volumes before CSI',
    kinds: { managed: DEAD, dedicated: DEAD, serverless: DEAD },
    source: 'help',
  },
  {
    name: 'alicloud-disk-controller',
    does: 'made volumes on disks before CSI',
    kinds: { managed: DEAD, dedicated: DEAD, serverless: DEAD },
    source: 'help',
  },
  {
    name: 'migrate-controller',
    does: 'backs up what a cluster holds, and brings it to another one',
    kinds: { managed: 'optional', dedicated: 'optional', serverless: 'optional' },
    roles: [ROLES.backup],
    source: 'help',
  },
];
