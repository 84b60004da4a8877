import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { Construct, type IConstruct } from 'constructs';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { synthesized } from '../../lib/testing';
import { CustomResource } from '../../lib/workload/charts/custom-resource';
import { HelmChart } from '../../lib/workload/charts/helm-chart';
import { Manifest } from '../../lib/workload/charts/manifest';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { WebService } from '../../lib/workload/web-service';
import { problemsOf } from '../support/problems';
import { IMAGE } from './a-web-service';
import { aWorkplace } from './a-workplace';

const requests = { cpu: '500m', memory: '1Gi' };

function web(scope: Construct, id: string, name?: string): WebService {
  return new WebService(scope, id, { image: IMAGE, port: 8080, requests, scale: Scale.fixed(1), name });
}

/** Two stacks of one cluster, with the namespace `shop` of the first seen in both. */
function twoStacks() {
  const { apps, cluster } = aWorkplace();
  const others = new WorkloadStack(apps.node.root as never, 'other-apps', { cluster });
  const shop = new Namespace(apps, 'shop');
  const seen = Namespace.fromAttributes(others, 'shop', { name: 'shop' }) as IConstruct as Construct;
  return { apps, others, shop, seen };
}

const clashes = (stack: WorkloadStack) =>
  problemsOf(() => synthesized(stack)).map(({ code, path, value }) => `${path}: ${code} ${String(value)}`);

describe('two objects of one kind and name in one cluster', () => {
  test('of one namespace, in whichever stacks they are', () => {
    const { apps, shop, seen } = twoStacks();
    web(shop, 'web');
    web(seen, 'web');
    expect(clashes(apps)).toEqual([
      'other-apps/shop/web: object-duplicate web',
      'other-apps/shop/web/service: object-duplicate web',
    ]);
  });

  test('by a path that reads the same', () => {
    const { apps, shop } = twoStacks();
    web(shop, 'a-b');
    web(new Construct(shop, 'a'), 'b');
    expect(clashes(apps)).toContain('shop-apps/shop/a/b: object-duplicate a-b');
  });

  test('of the whole cluster', () => {
    const { apps, others } = twoStacks();
    new StorageClass(apps, 'fast', { provisioner: Provisioner.disk() });
    new StorageClass(others, 'fast', { provisioner: Provisioner.disk() });
    expect(clashes(apps)).toEqual(['other-apps/fast: object-duplicate fast']);
  });

  test('one of them in a manifest, under another version of its interface', () => {
    const { apps, shop } = twoStacks();
    web(shop, 'web');
    new Manifest(shop, 'more', {
      objects: [{ apiVersion: 'apps/v1beta2', kind: 'Deployment', metadata: { name: 'web' } }],
    });
    expect(clashes(apps)).toEqual(['shop-apps/shop/more: object-duplicate web']);
  });

  test('one of them raw', () => {
    const { apps, shop } = twoStacks();
    const metadata = { name: 'settings', namespace: 'shop' };
    new ConfigMapV1(apps, 'one', { metadata });
    new ConfigMapV1(shop, 'two', { metadata });
    expect(clashes(apps)).toHaveLength(1);
  });

  test('two releases of helm', () => {
    const { apps, shop } = twoStacks();
    const chart = { repository: 'https://charts.jenkins.io', chart: 'jenkins', version: '5.9.53', name: 'ci' };
    new HelmChart(shop, 'one', chart);
    new HelmChart(shop, 'two', chart);
    expect(clashes(apps)).toEqual(['shop-apps/shop/two: object-duplicate ci']);
  });
});

test('a Job under the name of a service has its labels, so the service would send requests to it', () => {
  const { apps, shop } = twoStacks();
  web(shop, 'web');
  new JobWorkload(shop, 'first', { image: IMAGE, requests, name: 'web' });
  expect(clashes(apps)).toEqual(['shop-apps/shop/first: workload-duplicate web']);
});

test('what has the same name and is another object is left alone', () => {
  const { apps, shop } = twoStacks();
  web(shop, 'web');
  web(new Namespace(apps, 'test'), 'web');
  // A Service of Knative is none of Kubernetes.
  new CustomResource(shop, 'knative', {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: { name: 'web' },
  });
  const metadata = { name: 'settings', namespace: 'shop' };
  new ConfigMapV1(apps, 'settings', { metadata });
  new ConfigMapV1Data(apps, 'more-settings', { metadata, data: { a: 'b' } });
  expect(() => synthesized(apps)).not.toThrow();
});

test('the same names in two clusters are two objects', () => {
  const { apps, stack, network } = aWorkplace();
  const second = new ManagedCluster(stack, 'second', { network });
  const others = new WorkloadStack(apps.node.root as never, 'other-apps', { cluster: second });
  web(new Namespace(apps, 'shop'), 'web');
  web(new Namespace(others, 'shop'), 'web');
  expect(() => synthesized(apps)).not.toThrow();
});
