import { Testing } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { Network } from '../../lib/network/network';
import { Peer } from '../../lib/network/peer';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { NasFileSystem } from '../../lib/storage/nas-file-system';
import { NasKind } from '../../lib/storage/nas-kind';
import type { NasFileSystemProps } from '../../lib/storage/nas-props';
import { billOf, resourceOf, resourcesOf } from '../../lib/testing/look-up';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { problemsOf } from '../support/problems';

function someFiles(props: Partial<NasFileSystemProps> = {}, stack: Partial<CloudStackProps> = {}) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'blog-cloud', { region: 'cn-hangzhou', ...stack });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const files = new NasFileSystem(cloud, 'files', { network, ...props });
  return { app, cloud, network, files };
}

function aBlog() {
  const { app, cloud, network, files } = someFiles();
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'blog-apps', { cluster });
  const web = new WebService(new Namespace(apps, 'blog', {}), 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/blog:1.0.0',
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(2),
  });
  return { cloud, apps, network, files, web };
}

const fileSystemOf = (...args: Parameters<typeof someFiles>) =>
  resourceOf(someFiles(...args).cloud, 'alicloud_nas_file_system').attributes;

describe('a file system with nothing said about it', () => {
  test('is standard NFS, encrypted, the cheapest storage, in the first zone', () => {
    expect(fileSystemOf()).toMatchObject({
      file_system_type: 'standard',
      protocol_type: 'NFS',
      storage_type: 'Capacity',
      encrypt_type: 1,
      zone_id: 'cn-hangzhou-h',
    });
  });

  test('names no VPC: the provider does not read it back, and would replace the files', () => {
    expect(fileSystemOf()).not.toHaveProperty('vpc_id');
    expect(fileSystemOf()).not.toHaveProperty('vswitch_id');
  });

  test('keeps what was deleted for a week, in a sandbox not at all', () => {
    expect(fileSystemOf()).toMatchObject({ recycle_bin: { status: 'Enable', reserved_days: 7 } });
    expect(fileSystemOf({}, { protection: 'sandbox' })).toMatchObject({ recycle_bin: { status: 'Disable' } });
  });

  test('has one target for all zones and an access group of its own, which lets nobody in', () => {
    const { cloud } = someFiles();
    const target = resourceOf(cloud, 'alicloud_nas_mount_target').attributes;
    expect(target).toMatchObject({
      access_group_name: `\${${resourceOf(cloud, 'alicloud_nas_access_group').address}.access_group_name}`,
      network_type: 'Vpc',
    });
    // The provider would call Modify for it, which some file systems answer with an error.
    expect(target).not.toHaveProperty('status');
    expect(resourcesOf(cloud, 'alicloud_nas_access_rule')).toEqual([]);
  });
});

describe('files in a workload', () => {
  test('the cluster’s nodes, Pods and Pods on ECI may mount them, and nobody else', () => {
    const { cloud, network, files, web } = aBlog();
    files.mountIn(web, '/var/www/html/wp-content');
    const allowed = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ attributes }) => attributes.source_cidr_ip);
    const expected = (['nodes', 'pods', 'eci'] as const).flatMap((purpose) =>
      network.vswitches(purpose).map(({ cidr }) => cidr),
    );
    expect([...allowed].sort()).toEqual([...expected].sort());
  });

  test('the nodes alone are let in where it is they who mount, so that no Pod reaches the files by a client of its own', () => {
    const { cloud, network, files, web } = aBlog();
    files.mountIn(web, '/var/www/html/wp-content', { clients: 'nodes' });
    const allowed = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ attributes }) => attributes.source_cidr_ip);
    expect([...allowed].sort()).toEqual(
      network
        .vswitches('nodes')
        .map(({ cidr }) => cidr)
        .sort(),
    );
  });

  test('who mounts waits for the permission: the target comes after the rules', () => {
    const { cloud, files, web } = aBlog();
    files.mountIn(web, '/var/www/html/wp-content');
    const rules = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ address }) => address);
    expect(resourceOf(cloud, 'alicloud_nas_mount_target').attributes.depends_on).toEqual([...rules].sort());
  });

  test('they are a volume that outlives its claim, mounted as NFS 3 that waits for a lost server', () => {
    const { apps, files, web } = aBlog();
    files.mountIn(web, '/var/www/html/wp-content', { directory: '/blog' });
    expect(resourceOf(apps, 'kubernetes_persistent_volume_v1').attributes).toMatchObject({
      spec: [
        {
          persistent_volume_reclaim_policy: 'Retain',
          access_modes: ['ReadWriteMany'],
          mount_options: expect.arrayContaining([expect.stringContaining('hard')]),
          persistent_volume_source: {
            csi: {
              driver: 'nasplugin.csi.alibabacloud.com',
              volume_attributes: { path: '/', vers: '3', server: expect.stringContaining('mount_target') },
            },
          },
        },
      ],
    });
    const { spec } = resourceOf(apps, 'kubernetes_deployment_v1').attributes as {
      spec: { template: { spec: { container: { volume_mount: object[] }[] } } };
    };
    expect(spec.template.spec.container[0]!.volume_mount).toEqual([
      expect.objectContaining({ mount_path: '/var/www/html/wp-content', sub_path: 'blog' }),
    ]);
  });
});

test('files that nobody reads move, and every night they are backed up', () => {
  const { cloud } = someFiles({ lifecycle: { afterDays: 30 }, backup: { retentionDays: 14 } });
  expect(resourceOf(cloud, 'alicloud_nas_lifecycle_policy').attributes).toMatchObject({
    lifecycle_rule_name: 'DEFAULT_ATIME_30',
    storage_type: 'InfrequentAccess',
    paths: ['/'],
  });
  expect(resourceOf(cloud, 'alicloud_hbr_policy').attributes).toMatchObject({
    rules: [{ rule_type: 'BACKUP', backup_type: 'COMPLETE', schedule: 'I|1704132000|P1D', retention: 14 }],
  });
  expect(resourceOf(cloud, 'alicloud_hbr_policy_binding').attributes).toMatchObject({
    source_type: 'NAS',
    data_source_id: `\${${resourceOf(cloud, 'alicloud_nas_file_system').address}.id}`,
  });
});

test('without lifecycle and backup nothing of theirs is made', () => {
  expect(billOf(someFiles().cloud).filter((line) => /nas|hbr/.test(line))).toEqual([
    'alicloud_nas_access_group x1',
    'alicloud_nas_file_system x1',
    'alicloud_nas_mount_target x1',
  ]);
});

describe('an extreme one', () => {
  test('has a size, no bin, rules of its kind, and is seen below /share', () => {
    const { app, cloud, network, files } = someFiles({ kind: NasKind.extreme({ gib: 200, storage: 'advance' }) });
    const cluster = new ManagedCluster(cloud, 'cluster', { network });
    const apps = new WorkloadStack(app, 'blog-apps', { cluster });
    const web = new WebService(new Namespace(apps, 'blog', {}), 'web', {
      image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/blog:1.0.0',
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(2),
    });
    files.mountIn(web, '/files');
    const fileSystem = resourceOf(cloud, 'alicloud_nas_file_system').attributes;
    expect(fileSystem).toMatchObject({ file_system_type: 'extreme', storage_type: 'advance', capacity: 200 });
    expect(fileSystem).not.toHaveProperty('recycle_bin');
    expect(resourceOf(cloud, 'alicloud_nas_access_group').attributes).toMatchObject({ file_system_type: 'extreme' });
    const types = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ attributes }) => attributes.file_system_type);
    expect(new Set(types)).toEqual(new Set(['extreme']));
    expect(resourceOf(apps, 'kubernetes_persistent_volume_v1').attributes).toMatchObject({
      spec: [{ persistent_volume_source: { csi: { volume_attributes: { path: '/share' } } } }],
    });
  });
});

describe('a file system that exists', () => {
  const SERVER = '0a1b2c-abc12.cn-hangzhou.nas.aliyuncs.com';
  const imported = (attributes: object = {}) => {
    const { app, cloud, network } = someFiles();
    const files = NasFileSystem.fromAttributes(cloud, 'old', {
      fileSystemId: '0a1b2c',
      server: SERVER,
      ...attributes,
    });
    return { app, cloud, network, files };
  };

  test('gets permissions in its access group, made where it was imported', () => {
    const { cloud, files } = imported({ accessGroup: 'blog', allowed: ['10.0.0.0/16'] });
    files.allowFrom(Peer.cidr('10.0.3.0/24'));
    files.allowFrom(Peer.cidr('172.20.0.0/16'), { access: 'read-only', users: 'root-to-nobody' });
    expect(resourceOf(cloud, 'alicloud_nas_access_rule').attributes).toMatchObject({
      access_group_name: 'blog',
      source_cidr_ip: '172.20.0.0/16',
      rw_access_type: 'RDONLY',
      user_access_type: 'root_squash',
    });
    expect(resourcesOf(cloud, 'alicloud_nas_file_system')).toHaveLength(1);
  });

  test('without its group, takes only whom its import names', () => {
    const { files } = imported({ allowed: ['10.0.0.0/16'] });
    files.allowFrom(Peer.cidr('10.0.3.0/24'));
    expect(problemsOf(() => files.allowFrom(Peer.cidr('172.20.0.0/16')))).toEqual([
      expect.objectContaining({ code: 'file-access', path: 'blog-cloud/old' }),
    ]);
  });

  test.each<[string, object, string]>([
    ['the group that takes no rules', { accessGroup: 'DEFAULT_VPC_GROUP_NAME' }, 'file-access'],
    ['the id of a volume', { fileSystemId: 'd-bp1/abc' }, 'resource-id-invalid'],
    ['no server', { server: undefined }, 'value-missing'],
    ['a kind that cannot be mounted so', { kind: 'cpfs' }, 'choice-invalid'],
    ['ranges that are none', { allowed: ['office'] }, 'cidr-invalid'],
  ])('is refused with %s', (_, attributes, code) => {
    expect(problemsOf(() => imported(attributes))).toEqual([expect.objectContaining({ code, path: 'blog-cloud/old' })]);
  });
});

describe('is refused', () => {
  test.each([undefined, null, 7, '10.0.0.0/8', {}])('%j as a peer', (peer) => {
    const { files } = someFiles();
    expect(problemsOf(() => files.allowFrom(peer as never))).toEqual([
      expect.objectContaining({ code: 'type-invalid', path: 'blog-cloud/files' }),
    ]);
  });

  test('one range with two permissions', () => {
    const { files } = someFiles();
    files.allowFrom(Peer.cidr('10.0.0.0/24'));
    expect(problemsOf(() => files.allowFrom(Peer.cidr('10.0.0.0/24'), { access: 'read-only' }))).toEqual([
      expect.objectContaining({ code: 'file-access' }),
    ]);
  });

  test('a permission that there is not', () => {
    const { files } = someFiles();
    expect(problemsOf(() => files.allowFrom(Peer.cidr('10.0.0.0/24'), { access: 'write-only' as never }))).toEqual([
      expect.objectContaining({ code: 'choice-invalid' }),
    ]);
  });

  test.each<[string, Partial<NasFileSystemProps>, string]>([
    ['a zone without a vSwitch', { zone: 'cn-hangzhou-b' }, 'file-system-zone'],
    ['a storage class of another kind', { kind: NasKind.standard('advance' as never) }, 'choice-invalid'],
    ['an extreme one of 50 GiB', { kind: NasKind.extreme({ gib: 50 }) }, 'number-invalid'],
    ['an extreme one without a size', { kind: { kind: 'extreme' } as never }, 'number-invalid'],
    ['an extreme one with a bin', { kind: NasKind.extreme({ gib: 100 }), recycleBinDays: 3 }, 'choice-conflict'],
    [
      'an extreme one whose files move',
      { kind: NasKind.extreme({ gib: 100 }), lifecycle: { afterDays: 30 } },
      'choice-conflict',
    ],
    ['a kind by its name', { kind: 'extreme' as never }, 'choice-invalid'],
    ['files that move after a day', { lifecycle: { afterDays: 1 as never } }, 'choice-invalid'],
    ['a directory that leads upwards', { lifecycle: { afterDays: 30, paths: ['/a/../b'] } }, 'file-path'],
    ['a bin that keeps for ever', { recycleBinDays: 400 }, 'number-invalid'],
    ['a backup at 25 o’clock', { backup: { hour: 25 } }, 'number-invalid'],
  ])('%s', (_, props, code) => {
    expect(problemsOf(() => someFiles(props))).toEqual([expect.objectContaining({ code, path: 'blog-cloud/files' })]);
  });

  test('a path in the container that is not absolute', () => {
    const { files, web } = aBlog();
    expect(problemsOf(() => files.mountIn(web, 'wp-content'))).toEqual([
      expect.objectContaining({ code: 'file-path' }),
    ]);
  });

  test('clients that nobody knows, and nodes of a cluster that has none', () => {
    const { files, web } = aBlog();
    expect(problemsOf(() => files.mountIn(web, '/files', { clients: 'pods' as never }))).toEqual([
      expect.objectContaining({ code: 'choice-invalid' }),
    ]);
    const { app, cloud, network, files: others } = someFiles();
    const cluster = new ServerlessCluster(cloud, 'cluster', { network });
    const job = new JobWorkload(new Namespace(new WorkloadStack(app, 'apps', { cluster }), 'jobs'), 'job', {
      image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/job:1.0.0',
      requests: { cpu: '1', memory: '2Gi' },
    });
    expect(problemsOf(() => others.mountIn(job, '/files', { clients: 'nodes' }))).toEqual([
      expect.objectContaining({ code: 'choice-conflict', fix: 'leave clients out' }),
    ]);
  });

  test('a peer without ranges, since permissions of files are by range', () => {
    const { files } = someFiles();
    expect(problemsOf(() => files.allowFrom(Peer.prefixList('pl-1')))).toEqual([
      expect.objectContaining({ code: 'rule-peer' }),
    ]);
  });
});
