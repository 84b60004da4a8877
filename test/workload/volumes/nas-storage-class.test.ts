import { Testing } from 'cdktf';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { NasKind, type NasKindData } from '../../../lib/storage/nas-kind';
import { resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { NasStorageClass, type NasStorageClassProps } from '../../../lib/workload/volumes/nas-storage-class';
import { PersistentClaim } from '../../../lib/workload/volumes/persistent-claim';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { IMAGE } from '../a-web-service';

function someFiles(kind?: NasKindData) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'blog-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const files = new NasFileSystem(cloud, 'files', { network, kind });
  const apps = new WorkloadStack(app, 'blog-apps', { cluster: new ManagedCluster(cloud, 'cluster', { network }) });
  const shared = (props: Partial<NasStorageClassProps> = {}) =>
    new NasStorageClass(apps, 'shared', { files, ...props });
  return { cloud, network, apps, shared };
}

test('each claim is a directory of the file system, which its end renames', () => {
  const { apps, shared } = someFiles();
  const access = { access: 'ReadWriteMany', size: '20Gi' } as const;
  new PersistentClaim(new Namespace(apps, 'blog'), 'uploads', { ...access, storageClass: shared() });
  const found = resourceOf(apps, 'kubernetes_storage_class_v1');
  expect(found.attributes).toMatchObject({
    metadata: { name: 'shared' },
    storage_provisioner: 'nasplugin.csi.alibabacloud.com',
    parameters: {
      volumeAs: 'subpath',
      server: expect.stringMatching(/mount_target_domain\}:\/$|mount_target.*:\/$/),
      archiveOnDelete: 'true',
    },
    reclaim_policy: 'Delete',
    volume_binding_mode: 'Immediate',
    mount_options: expect.arrayContaining(['vers=3']),
  });
  expect(resourceOf(apps, 'kubernetes_persistent_volume_claim_v1').attributes).toMatchObject({
    spec: { access_modes: ['ReadWriteMany'], storage_class_name: `\${${found.address}.metadata[0].name}` },
  });
});

test('the cluster’s nodes, Pods and Pods on ECI may mount it', () => {
  const { cloud, network, shared } = someFiles();
  shared();
  const ranges = (['nodes', 'pods', 'eci'] as const).flatMap((purpose) => network.vswitches(purpose));
  expect(
    resourcesOf(cloud, 'alicloud_nas_access_rule')
      .map(({ attributes }) => attributes.source_cidr_ip)
      .sort(),
  ).toEqual(ranges.map(({ cidr }) => cidr).sort());
});

test.each<[string, NasKindData | undefined, Partial<NasStorageClassProps>, RegExp]>([
  ['a directory of its own', undefined, { directory: '/volumes/' }, /:\/volumes$/],
  ['an extreme file system', NasKind.extreme({ gib: 100 }), {}, /:\/share$/],
  ['a directory of an extreme one', NasKind.extreme({ gib: 100 }), { directory: '/volumes' }, /:\/share\/volumes$/],
])('%s is where directories are made', (_, kind, props, server) => {
  const { apps, shared } = someFiles(kind);
  shared(props);
  expect(resourceOf(apps, 'kubernetes_storage_class_v1').attributes).toMatchObject({
    parameters: { server: expect.stringMatching(server) },
  });
});

test.each([
  ['delete', 'Delete', 'false'],
  ['retain', 'Retain', 'true'],
] as const)('onDelete %s', (onDelete, reclaim_policy, archiveOnDelete) => {
  const { apps, shared } = someFiles();
  shared({ onDelete });
  expect(resourceOf(apps, 'kubernetes_storage_class_v1').attributes).toMatchObject({
    reclaim_policy,
    parameters: { archiveOnDelete },
  });
});

test('another end replaces the class, since neither Kubernetes nor the provider changes it', () => {
  const { apps, shared } = someFiles();
  shared({ onDelete: 'retain' });
  const { address, attributes } = resourceOf(apps, 'terraform_data');
  expect(attributes).toEqual({ input: { reclaimPolicy: 'Retain' } });
  const { lifecycle } = resourceOf(apps, 'kubernetes_storage_class_v1').attributes;
  expect(lifecycle).toEqual({ replace_triggered_by: [`${address}.output`] });
});

test.each<[string, object, string]>([
  ['a directory that leads upwards', { directory: '/../etc' }, 'file-path'],
  ['a directory that is not absolute', { directory: 'volumes' }, 'file-path'],
  ['no files', { files: undefined }, 'value-missing'],
  ['a server by its name', { files: 'nas.example.com' }, 'type-invalid'],
  ['an end that there is not', { onDelete: 'keep' }, 'choice-invalid'],
  ['a name with capitals', { name: 'Shared' }, 'kubernetes-name'],
])('%s is refused', (_, props, code) => {
  const { shared } = someFiles();
  expect(problemsOf(() => shared(props))).toEqual([expect.objectContaining({ code, path: 'blog-apps/shared' })]);
});

test('files of another VPC than the cluster’s are refused, for a class and for a workload', () => {
  const { cloud, apps, shared } = someFiles();
  const elsewhere = new Network(cloud, 'elsewhere', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const files = new NasFileSystem(cloud, 'others', { network: elsewhere });
  expect(problemsOf(() => shared({ files }))).toEqual([expect.objectContaining({ code: 'vpc-other' })]);
  const web = new WebService(new Namespace(apps, 'blog'), 'web', {
    image: IMAGE,
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(2),
  });
  expect(problemsOf(() => files.mountIn(web, '/files'))).toEqual([
    expect.objectContaining({ code: 'vpc-other', path: 'blog-cloud/others' }),
  ]);
});
