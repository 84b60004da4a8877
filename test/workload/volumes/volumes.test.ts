import { Scale } from '../../../lib/workload/scaling/scale';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { JobWorkload } from '../../../lib/workload/jobs/job-workload';
import { Namespace } from '../../../lib/workload/namespace';
import type { NamespaceProps } from '../../../lib/workload/namespace-props';
import { Placement } from '../../../lib/workload/placement';
import { Update } from '../../../lib/workload/update';
import { PersistentClaim, type PersistentClaimProps } from '../../../lib/workload/volumes/persistent-claim';
import { StaticVolume } from '../../../lib/workload/volumes/static-volume';
import { Provisioner, StorageClass, type StorageClassProps } from '../../../lib/workload/volumes/storage-class';
import { Volume } from '../../../lib/workload/volumes/volume';
import { WebService } from '../../../lib/workload/web-service';
import type { WebServiceProps } from '../../../lib/workload/web-service-props';
import { problemsOf } from '../../support/problems';
import { aNamespace, RUN } from '../a-namespace';

const ALONE = { scale: Scale.fixed(1), update: Update.recreate() };
const NAS = {
  driver: 'nasplugin.csi.alibabacloud.com',
  attributes: { server: 'a.nas.aliyuncs.com', path: '/' },
  capacity: '20Gi',
  accessMode: 'ReadWriteMany' as const,
};

/** The web service `web` beside whatever a test makes. */
function aWeb(props: Partial<WebServiceProps> = {}, space: NamespaceProps = {}) {
  const made = aNamespace(space);
  const web = new WebService(made.namespace, 'web', { ...RUN, port: 80, scale: Scale.fixed(3), ...props });
  return {
    ...made,
    web,
    podSpec: () => resourceOf(made.apps, 'kubernetes_deployment_v1').attributes.spec.template.spec,
  };
}

const codes = (act: () => unknown) => problemsOf(act).map(({ code }) => code);

describe('a claim', () => {
  const claimOf = (props: Partial<PersistentClaimProps> = {}) => {
    const { apps, namespace } = aNamespace();
    new PersistentClaim(namespace, 'data', { size: '1.5Gi', ...props });
    return resourceOf(apps, 'kubernetes_persistent_volume_claim_v1').attributes;
  };

  test('asks for a disk in the zone of its Pod, and nobody waits for it', () => {
    expect(claimOf()).toMatchObject({
      metadata: { name: 'data', namespace: 'shop' },
      spec: {
        access_modes: ['ReadWriteOnce'],
        storage_class_name: 'alicloud-disk-topology-alltype',
        resources: { requests: { storage: '1536Mi' } },
      },
      wait_until_bound: false,
    });
  });

  test('is waited for where its class makes volumes at once', () => {
    expect(claimOf({ storageClass: 'alicloud-disk-essd', waitUntilBound: true }).wait_until_bound).toBe(true);
  });

  test('is mounted by name, so that the Pods come after it and go before it', () => {
    const { namespace, web, podSpec } = aWeb(ALONE);
    new PersistentClaim(namespace, 'data', { size: '20Gi' }).mountIn(web, '/data', { subPath: 'app', readOnly: true });
    const { volume, container } = podSpec();
    expect(volume).toEqual([
      {
        name: 'claim-data',
        persistent_volume_claim: {
          claim_name: expect.stringMatching(
            /^\$\{kubernetes_persistent_volume_claim_v1\.shop_data_\w+\.metadata\[0\]\.name\}$/,
          ),
        },
      },
    ]);
    expect(container[0].volume_mount).toEqual([
      { name: 'claim-data', mount_path: '/data', sub_path: 'app', read_only: true },
    ]);
  });

  describe('is refused', () => {
    test.each<[string, Partial<PersistentClaimProps>, string]>([
      ['without a size', { size: undefined as unknown as string }, 'value-missing'],
      ['with a size that is no quantity', { size: 'much' }, 'quantity-invalid'],
      ['for a disk on many nodes', { access: 'ReadWriteMany' }, 'claim-access'],
      ['for an access that Kubernetes does not have', { access: 'ReadWrite' as 'ReadWriteOnce' }, 'choice-invalid'],
      ['waiting for a disk that waits for a Pod', { waitUntilBound: true }, 'claim-waits'],
      [
        'waiting for a class of which nothing is known',
        { storageClass: 'theirs', waitUntilBound: true },
        'claim-waits',
      ],
    ])('%s', (_, props, code) => {
      expect(codes(() => claimOf(props))[0]).toBe(code);
    });

    const mounted = (
      props: Partial<WebServiceProps>,
      claim: Partial<PersistentClaimProps> = {},
      space?: NamespaceProps,
    ) => {
      const made = aWeb(props, space);
      new PersistentClaim(made.namespace, 'data', { size: '20Gi', ...claim }).mountIn(made.web, '/data');
      return made;
    };

    test('as one disk of several Pods', () => {
      const [problem] = problemsOf(() => synthesized(mounted({}).apps));
      expect(problem).toMatchObject({ code: 'claim-shared', value: 4, path: 'shop-apps/shop/data' });
      expect(problem!.fix).toContain('StatefulService');
    });

    test('as a disk of one Pod whose update starts another before it ends', () => {
      expect(codes(() => synthesized(mounted({ scale: Scale.fixed(1) }).apps))).toEqual(['claim-shared']);
      expect(() => synthesized(mounted(ALONE).apps)).not.toThrow();
    });

    test('as a disk of two workloads, not as a share of them', () => {
      const both = (claim: Partial<PersistentClaimProps>) => {
        const made = mounted(ALONE, claim);
        const job = new JobWorkload(made.namespace, 'job', RUN);
        (made.namespace.node.findChild('data') as PersistentClaim).mountIn(job, '/data');
        return made.apps;
      };
      expect(codes(() => synthesized(both({})))).toEqual(['claim-shared']);
      const share = { storageClass: { className: 'nas', media: 'share' as const }, access: 'ReadWriteMany' as const };
      expect(() => synthesized(both(share))).not.toThrow();
    });

    test('as a disk of Pods that are sent to ECI past the scheduler', () => {
      const everything = { placement: Placement.everythingOnEci() };
      expect(codes(() => synthesized(mounted(ALONE, {}, everything).apps))).toContain('claim-on-eci');
      const atOnce = { storageClass: 'alicloud-disk-essd' };
      expect(() => synthesized(mounted(ALONE, atOnce, everything).apps)).not.toThrow();
    });

    test('in another namespace than the Pods', () => {
      const { apps, web } = aWeb(ALONE);
      const other = new Namespace(apps, 'other');
      const claim = new PersistentClaim(other, 'data', { size: '20Gi' });
      expect(codes(() => claim.mountIn(web, '/data'))).toEqual(['claim-namespace']);
    });
  });
});

describe('a storage class', () => {
  const classOf = (props: StorageClassProps) => {
    const { apps } = aNamespace();
    new StorageClass(apps, 'fast', props);
    return resourceOf(apps, 'kubernetes_storage_class_v1').attributes;
  };

  test('of disks makes them encrypted, where the Pod is, and lets claims grow', () => {
    expect(classOf({ provisioner: Provisioner.disk() })).toMatchObject({
      metadata: { name: 'fast' },
      storage_provisioner: 'diskplugin.csi.alibabacloud.com',
      parameters: { encrypted: 'true', performanceLevel: 'PL1', type: 'cloud_essd,cloud_auto' },
      reclaim_policy: 'Delete',
      volume_binding_mode: 'WaitForFirstConsumer',
      allow_volume_expansion: true,
    });
  });

  test('of disks in one zone makes them at once, with a key of one’s own, and keeps them', () => {
    const provisioner = Provisioner.disk({ types: ['cloud_auto'], zone: 'cn-hangzhou-h', kmsKeyId: 'key-1' });
    expect(classOf({ provisioner, reclaim: 'retain' })).toMatchObject({
      parameters: { encrypted: 'true', kmsKeyId: 'key-1', type: 'cloud_auto', zoneId: 'cn-hangzhou-h' },
      reclaim_policy: 'Retain',
      volume_binding_mode: 'Immediate',
    });
  });

  test('of another policy takes its place, since neither Kubernetes nor the provider changes one', () => {
    const { apps } = aNamespace();
    new StorageClass(apps, 'fast', { provisioner: Provisioner.disk(), reclaim: 'retain' });
    const { address, attributes } = resourceOf(apps, 'terraform_data');
    expect(attributes).toEqual({ input: { reclaimPolicy: 'Retain' } });
    expect(resourceOf(apps, 'kubernetes_storage_class_v1').attributes.lifecycle).toEqual({
      replace_triggered_by: [`${address}.output`],
    });
  });

  test('passes on what another driver reads', () => {
    expect(classOf({ provisioner: Provisioner.csi('ossplugin.csi.alibabacloud.com', { bucket: 'b' }) })).toMatchObject({
      storage_provisioner: 'ossplugin.csi.alibabacloud.com',
      parameters: { bucket: 'b' },
    });
  });

  test.each<[string, StorageClassProps, string]>([
    ['no kind of disk', { provisioner: Provisioner.disk({ types: [] }) }, 'storage-class-invalid'],
    [
      'a disk that ECS does not sell',
      { provisioner: Provisioner.disk({ types: ['cloud' as 'cloud_ssd'] }) },
      'choice-invalid',
    ],
    [
      'a level of what is no ESSD',
      { provisioner: Provisioner.disk({ types: ['cloud_auto'], performanceLevel: 'PL1' }) },
      'storage-class-invalid',
    ],
    [
      'one zone, and the zone of the Pod',
      { provisioner: Provisioner.disk({ zone: 'cn-hangzhou-h' }), binding: 'first-consumer' },
      'storage-class-invalid',
    ],
    ['a NAS server', { provisioner: { kind: 'nas', server: 'a.nas.aliyuncs.com' } as never }, 'choice-invalid'],
    ['another policy', { provisioner: Provisioner.disk(), reclaim: 'recycle' as 'retain' }, 'choice-invalid'],
  ])('%s is refused', (_, props, code) => {
    expect(codes(() => classOf(props))).toEqual([code]);
  });
});

describe('a static volume', () => {
  test('is a volume and the one claim for it, which no class and no other claim gets between', () => {
    const { apps, namespace } = aNamespace();
    new StaticVolume(namespace, 'files', { ...NAS, mountOptions: ['nolock'] });
    const { attributes: volume, address } = resourceOf(apps, 'kubernetes_persistent_volume_v1');
    const { attributes: claim } = resourceOf(apps, 'kubernetes_persistent_volume_claim_v1');
    expect(volume).toMatchObject({
      metadata: { name: 'files-shop' },
      spec: [
        {
          persistent_volume_reclaim_policy: 'Retain',
          storage_class_name: 'static-files-shop',
          mount_options: ['nolock'],
          persistent_volume_source: {
            csi: { driver: NAS.driver, volume_handle: 'files-shop', volume_attributes: NAS.attributes },
          },
        },
      ],
    });
    expect(claim).toMatchObject({
      spec: { storage_class_name: 'static-files-shop', volume_name: `\${${address}.metadata[0].name}` },
      wait_until_bound: false,
      lifecycle: { replace_triggered_by: [`${address}.id`] },
    });
  });

  test('of one id is made once for a workload, and mounted as often as asked', () => {
    const { apps, web, podSpec } = aWeb();
    web.pod.addStaticVolume('files', NAS, { path: '/a', subPath: 'a' });
    web.pod.addStaticVolume('files', NAS, { path: '/b', subPath: 'b' });
    expect(resourcesOf(apps, 'kubernetes_persistent_volume_v1')).toHaveLength(1);
    expect(podSpec().container[0].volume_mount).toHaveLength(2);
    expect(codes(() => web.pod.addStaticVolume('files', { ...NAS, capacity: '5Gi' }, { path: '/c' }))).toEqual([
      'pod-conflict',
    ]);
  });

  test('is used by many Pods of its namespace, and by one where it is for one', () => {
    const { apps, namespace, web } = aWeb();
    new StaticVolume(namespace, 'files', NAS).mountIn(web, '/files');
    expect(() => synthesized(apps)).not.toThrow();
    new StaticVolume(namespace, 'disk', { ...NAS, accessMode: 'ReadWriteOnce' }).mountIn(web, '/disk');
    expect(codes(() => synthesized(apps))).toEqual(['claim-shared']);
  });

  test.each<[string, object, string]>([
    ['a driver that is no name', { driver: 'nas plugin' }, 'volume-invalid'],
    ['a capacity of nothing', { capacity: '0' }, 'quantity-invalid'],
    ['another access', { accessMode: 'Shared' }, 'choice-invalid'],
  ])('with %s is refused', (_, wrong, code) => {
    const { namespace } = aNamespace();
    expect(codes(() => new StaticVolume(namespace, 'files', { ...NAS, ...wrong }))).toEqual([code]);
  });
});

describe('volumes without an object of their own', () => {
  test('are mounted where they are wanted', () => {
    const { web, podSpec } = aWeb();
    Volume.empty('cache', { sizeLimit: '1Gi', medium: 'Memory' }).mountIn(web, '/cache');
    Volume.secret('tls', 'web-tls', { mode: '0400', files: { 'tls.pem': 'tls.crt' } }).mountIn(web, '/tls', {
      readOnly: true,
    });
    Volume.configMap('settings', 'web').mountIn(web, '/settings');
    Volume.claim('old', 'old-data').mountIn(web, '/old');
    expect(podSpec().volume).toEqual([
      { name: 'cache', empty_dir: { medium: 'Memory', size_limit: '1Gi' } },
      {
        name: 'tls',
        secret: { secret_name: 'web-tls', default_mode: '0400', items: [{ key: 'tls.crt', path: 'tls.pem' }] },
      },
      { name: 'settings', config_map: { name: 'web' } },
      { name: 'old', persistent_volume_claim: { claim_name: 'old-data' } },
    ]);
  });

  test('a directory of the node only where Pods stay on nodes, in a namespace that lets them', () => {
    const logs = Volume.hostPath('logs', '/var/log', 'Directory');
    const { web, podSpec } = aWeb({}, { podSecurity: 'privileged' });
    logs.mountIn(web, '/logs');
    expect(podSpec().volume).toEqual([{ name: 'logs', host_path: { path: '/var/log', type: 'Directory' } }]);
    expect(codes(() => logs.mountIn(aWeb().web, '/logs'))).toEqual(['pod-security']);
    const onEci = aWeb({}, { podSecurity: 'privileged', placement: Placement.everythingOnEci() });
    expect(codes(() => logs.mountIn(onEci.web, '/logs'))).toEqual(['host-path-eci']);
    expect(codes(() => Volume.hostPath('logs', 'var/log').mountIn(web, '/logs'))).toEqual(['mount-path']);
  });

  test('a directory of the node is refused where a later label sends the Pods to ECI', () => {
    const { apps, web } = aWeb({}, { podSecurity: 'privileged' });
    Volume.hostPath('logs', '/var/log').mountIn(web, '/logs');
    web.pod.addLabel('alibabacloud.com/eci', 'true');
    expect(codes(() => synthesized(apps))).toContain('eci-unsupported');
  });
});
