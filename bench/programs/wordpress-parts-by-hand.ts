/** What the Pods and the jobs of WordPress have alike, by hand with L1 classes. */
import { createHash } from 'node:crypto';
import type { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import type { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { PersistentVolumeV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-v1';
import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { Fn, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { siteDatabase } from './wordpress-database-by-hand';

/** What a site has in the cloud, and where it is in the cluster. */
export interface Site {
  readonly namespace: string;
  readonly database: ReturnType<typeof siteDatabase>;
  readonly files: NasMountTarget;
  readonly front: SlbLoadBalancer;
  /** Variables by which the output of a workload is collected. */
  readonly logs?: (workload: string) => { readonly name: string; readonly value: string }[];
}

export const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3';

/** Names of a Pod's settings that are the same wherever it runs. */
export const POD = {
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
};

export const labelsOf = (name: string) => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/managed-by': 'terraform',
});

/** A container of the image: what it requests is what it may use. */
export const container = (name: string, cpu: string, memory: string) => ({
  name,
  image: IMAGE,
  resources: { requests: { cpu, memory }, limits: { cpu, memory } },
  securityContext: { allowPrivilegeEscalation: false },
});

export const configFiles = (
  apps: Construct,
  workload: string,
  { namespace }: Site,
  data: Record<string, string>,
  dependsOn: ITerraformDependable[],
) =>
  new ConfigMapV1(apps, `${workload}-files`, {
    metadata: { name: `${workload}-files`, namespace, labels: labelsOf(workload) },
    data,
    dependsOn,
  });

/** Replaces the Pods when a file changes. */
export const checksum = (data: Record<string, string>) => ({
  'checksum/files': createHash('sha256')
    .update(JSON.stringify(Object.entries(data).sort()))
    .digest('hex'),
});

/** One file of a ConfigMap where a program looks for it. */
export const fileAt = (mountPath: string, subPath: string) => ({ name: 'files', mountPath, subPath, readOnly: true });

export const filesVolume = (workload: string) => ({ name: 'files', configMap: { name: `${workload}-files` } });

export const databaseSecret = (
  apps: Construct,
  workload: 'web' | 'install',
  { database, namespace }: Site,
  dependsOn: ITerraformDependable[],
) =>
  new SecretV1(apps, `${workload}-database`, {
    metadata: { name: `${workload}-database`, namespace },
    type: 'Opaque',
    data: {
      WORDPRESS_DB_USER: Fn.sensitive(database.accounts[workload].user) as string,
      WORDPRESS_DB_PASSWORD: Fn.sensitive(database.accounts[workload].password) as string,
    },
    dependsOn,
  });

/** Variable that a Secret holds. */
export const fromSecret = (secret: string, key: string) => ({
  name: key,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

/** The variables by which the image finds its database. */
export const databaseEnv = (workload: 'web' | 'install', { database: { name, instance } }: Site) => [
  { name: 'DB_HOST', value: instance.connectionString },
  { name: 'DB_PORT', value: instance.port },
  { name: 'WORDPRESS_DB_NAME', value: name },
  fromSecret(`${workload}-database`, 'WORDPRESS_DB_PASSWORD'),
  fromSecret(`${workload}-database`, 'WORDPRESS_DB_USER'),
  { name: 'WORDPRESS_DB_HOST', value: '$(DB_HOST):$(DB_PORT)' },
];

/** The shared files for one workload: a volume of the file system and a claim on it. Answers the claim's name. */
export function claim(
  apps: Construct,
  workload: string,
  { files, namespace }: Site,
  dependsOn: ITerraformDependable[],
) {
  const name = `${workload}-volume-files`;
  const same = { accessModes: ['ReadWriteMany'], storageClassName: `static-${name}-${namespace}` };
  const volume = new PersistentVolumeV1(apps, `${workload}-volume`, {
    metadata: { name: `${name}-${namespace}` },
    spec: [
      {
        ...same,
        capacity: { storage: '20Gi' },
        mountOptions: ['nolock,tcp,noresvport', 'rsize=1048576,wsize=1048576', 'hard,timeo=600,retrans=2'],
        persistentVolumeReclaimPolicy: 'Retain',
        persistentVolumeSource: {
          csi: {
            driver: 'nasplugin.csi.alibabacloud.com',
            volumeHandle: `${name}-${namespace}`,
            volumeAttributes: { server: files.mountTargetDomain, path: '/', vers: '3' },
          },
        },
      },
    ],
  });
  const made = new PersistentVolumeClaimV1(apps, `${workload}-claim`, {
    metadata: { name, namespace },
    spec: { ...same, resources: { requests: { storage: '20Gi' } }, volumeName: volume.metadata.name },
    waitUntilBound: false,
    lifecycle: { replaceTriggeredBy: [`${volume.terraformResourceType}.${volume.friendlyUniqueId}.id`] },
    dependsOn,
  });
  return made.metadata.name;
}

/** The volume of a Pod for the claim, and where the Pod sees its files. */
export const sharedFiles = (workload: string, { namespace }: Site, claimName: string) => ({
  volume: { name: `claim-${workload}-volume-files`, persistentVolumeClaim: { claimName } },
  mount: {
    name: `claim-${workload}-volume-files`,
    mountPath: '/var/www/html/wp-content',
    subPath: `${namespace}/wp-content`,
  },
});
