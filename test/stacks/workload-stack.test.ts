import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OssBucket } from '@cdktf/provider-alicloud/lib/oss-bucket';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { App, Fn, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Endpoint } from '../../lib/cluster/endpoint';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { provideCloud } from '../../lib/core/cloud';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { State } from '../../lib/stacks/state';
import { describeSummary, summaryOf } from '../../lib/stacks/summary';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import type { WorkloadStackProps } from '../../lib/stacks/workload-stack-props';
import { dataSourcesOf, hclOf, resourceOf, synthesized } from '../../lib/testing';
import { Namespace } from '../../lib/workload/namespace';
import { AnExistingNetwork } from '../cluster/an-existing-network';
import { problemsOf } from '../support/problems';
import { aWorkplace } from '../workload/a-workplace';

const PUBLIC = { endpoint: Endpoint.public({ allow: ['203.0.113.7/32'] }) };

describe('the providers', () => {
  test('use a credential that is valid for an hour and written nowhere', () => {
    const { apps } = aWorkplace();
    const json = synthesized(apps);
    const [credential, ...others] = dataSourcesOf(json, 'alicloud_cs_cluster_credential');
    expect(others).toEqual([]);
    expect(credential!.attributes).toEqual({
      cluster_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\./),
      temporary_duration_minutes: 60,
    });
    const { kubernetes, helm } = json.provider as Record<string, Record<string, unknown>[]>;
    const { ignore_labels: ignored, ...access } = kubernetes![0]!;
    const keys = `data.alicloud_cs_cluster_credential.credential.certificate_authority`;
    expect(access).toEqual({
      host: '${yamldecode(data.alicloud_cs_cluster_credential.credential.kube_config).clusters.0.cluster.server}',
      cluster_ca_certificate: `\${base64decode(${keys}.cluster_cert)}`,
      client_certificate: `\${base64decode(${keys}.client_cert)}`,
      client_key: `\${base64decode(${keys}.client_key)}`,
    });
    expect(helm).toEqual([{ kubernetes: access }]);
    expect(ignored).toEqual(['^service[.]beta[.]kubernetes[.]io/hash$', '^service[.]k8s[.]alibaba/']);
  });

  test.each(['private', 'public'] as const)('take the %s address of the cluster when told', (apiServer) => {
    const { apps } = aWorkplace(PUBLIC, { apiServer });
    const { kubernetes } = synthesized(apps).provider as Record<string, Record<string, string>[]>;
    const key = { private: 'api_server_intranet', public: 'api_server_internet' }[apiServer];
    expect(kubernetes![0]!.host).toMatch(/^\$\{data\.terraform_remote_state\./);
    expect(JSON.stringify(synthesized(apps.node.root.node.findChild('shop')).output)).toContain(key);
  });

  test('are attributes of the helm provider in Terraform’s own language too', async () => {
    const hcl = await hclOf(aWorkplace().apps);
    expect(hcl).toContain('provider "helm" {\n  kubernetes = {\n');
    expect(hcl).toContain('provider "kubernetes" {\n  client_certificate');
  });
});

describe('the stack', () => {
  test('inherits region, site, protection, tags and the kind of state from the cluster’s', () => {
    const app = new App();
    const lock = { endpoint: 'https://acme-tf.cn-hangzhou.ots.aliyuncs.com', table: 'terraform_lock' };
    const cloud = new CloudStack(app, 'shop', {
      region: 'ap-southeast-1',
      protection: 'sandbox',
      tags: { team: 'shop', cost: '42' },
      state: State.oss({ bucket: 'acme', region: 'ap-southeast-1', lock }),
    });
    const cluster = new ManagedCluster(cloud, 'cluster', {
      network: new AnExistingNetwork(cloud, { zones: ['ap-southeast-1a', 'ap-southeast-1b'] }),
    });
    const apps = new WorkloadStack(app, 'shop-apps', { cluster, tags: { cost: '43' } });
    new OssBucket(apps, 'bucket', {});
    expect([apps.region, apps.site, apps.protection]).toEqual(['ap-southeast-1', 'intl', 'sandbox']);
    expect(resourceOf(apps, 'alicloud_oss_bucket').attributes.tags).toEqual({ team: 'shop', cost: '43' });
    expect(synthesized(apps).terraform).toMatchObject({
      backend: { oss: { bucket: 'acme', key: 'shop-apps.tfstate' } },
    });
  });

  test('keeps its state where it is told', () => {
    const { apps } = aWorkplace({}, { state: State.local() });
    expect(synthesized(apps).terraform).toMatchObject({
      backend: { local: { path: '../../../terraform.shop-apps.tfstate' } },
    });
  });

  test('is applied after the cluster’s, even when the cluster’s id is text', () => {
    const app = new App();
    const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
    const cluster = ManagedCluster.fromAttributes(cloud, 'cluster', {
      clusterId: `c${'0'.repeat(32)}`,
      network: new AnExistingNetwork(cloud),
    });
    const apps = new WorkloadStack(app, 'apps', { cluster });
    expect(synthesized(apps).data).not.toHaveProperty('terraform_remote_state');
    expect(apps.dependencies.map(({ node }) => node.id)).toEqual(['shop']);
  });

  test('runs the checks of the App when it is its first stack of this library', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'first-'));
    const app = new App({ outdir });
    const plain = new TerraformStack(app, 'shop');
    provideCloud(plain, {
      stackName: 'shop',
      stackPath: 'shop',
      region: 'cn-hangzhou',
      site: 'cn',
      protection: 'sandbox',
    });
    const cluster = new ManagedCluster(plain, 'cluster', { network: new AnExistingNetwork(plain) });
    new WorkloadStack(app, 'apps', { cluster });
    new WorkloadStack(new Construct(app, 'late'), 'apps', { cluster });
    expect(problemsOf(() => app.synth())).toMatchObject([{ code: 'stack-name-duplicate', path: 'late/apps' }]);
    expect(readdirSync(outdir, { recursive: true })).toEqual(['stacks']);
  });

  test('asks its stacks for their order once each, however many ways lead there', () => {
    const app = new App();
    const stacks = Array.from({ length: 40 }, (_, n) => new CloudStack(app, `s${n}`, { region: 'cn-hangzhou' }));
    stacks.slice(2).forEach((stack, n) => {
      stack.addDependency(stacks[n]!);
      stack.addDependency(stacks[n + 1]!);
    });
    expect(stacks[39]!.dependsOn(stacks[0]!)).toBe(true);
    expect(stacks[0]!.dependsOn(stacks[39]!)).toBe(false);
  });
});

describe('values flow one way', () => {
  function backwards(use: (cloud: CloudStack, service: ServiceV1) => void) {
    const { stack, apps } = aWorkplace();
    const service = new ServiceV1(apps, 'front', { metadata: { name: 'front' }, spec: {} });
    use(stack, service);
    return problemsOf(() => synthesized(apps));
  }

  test('a cloud resource that uses a value born in the cluster is refused, both named', () => {
    const problems = backwards((cloud, service) => {
      new Vpc(cloud, 'dns', { cidrBlock: '10.0.0.0/16', description: Fn.upper(service.id) });
    });
    expect(problems).toMatchObject([{ code: 'back-reference', path: 'shop/dns', value: 'shop-apps/front' }]);
    expect(problems[0]!.what).toContain('"shop/dns" needs "shop-apps/front"');
    expect(problems[0]!.fix).toContain('create it in "shop-apps"');
  });

  test('an L2 is named by its own path, not by that of the resource in it', () => {
    const { stack, apps } = aWorkplace();
    const space = new Namespace(apps, 'space');
    new Vpc(stack, 'dns', { cidrBlock: '10.0.0.0/16', description: space.resource.id });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([{ path: 'shop/dns', value: 'shop-apps/space' }]);
  });

  test('so is the order said by hand', () => {
    const { stack, apps } = aWorkplace();
    expect(problemsOf(() => stack.addDependency(apps))).toMatchObject([
      { code: 'back-reference', path: 'shop', value: 'shop-apps' },
    ]);
  });
});

describe('what must not share a stack', () => {
  test('an object inside the cluster, beside the cluster: the namespace and the stack are named', () => {
    const { stack } = aWorkplace();
    const [problem] = problemsOf(() => new Namespace(stack, 'space'));
    expect(problem).toMatchObject({ code: 'no-workload-stack', path: 'shop/space', value: 'shop' });
    expect(problem!.what).toContain('in "shop", which holds the cluster "shop/cluster" itself');
  });

  test('a raw object beside the cluster: both are named before a file is written', () => {
    const { stack, apps } = aWorkplace();
    new ServiceV1(stack, 'front', { metadata: { name: 'front' }, spec: {} });
    const [problem] = problemsOf(() => synthesized(apps));
    expect(problem).toMatchObject({ code: 'no-workload-stack', path: 'shop/front' });
    expect(problem!.what).toContain('"shop/cluster/Resource"');
  });

  test('a cluster among the workloads of another one', () => {
    const { apps, network } = aWorkplace();
    new ManagedCluster(apps, 'second', { network });
    expect(problemsOf(() => synthesized(apps))).toMatchObject([
      { code: 'cluster-in-workload-stack', path: 'shop-apps/second/Resource', value: 'shop-apps' },
    ]);
  });

  test('nor may a workload stack be made for it', () => {
    const { apps, network } = aWorkplace();
    const cluster = new ManagedCluster(apps, 'second', { network });
    expect(problemsOf(() => new WorkloadStack(apps.node.root as App, 'more', { cluster }))).toMatchObject([
      { code: 'cluster-in-workload-stack', path: 'more', value: 'shop-apps/second' },
    ]);
  });
});

test.each<[Partial<WorkloadStackProps> | object, string]>([
  [{ credentialMinutes: 14 }, 'number-invalid'],
  [{ credentialMinutes: 4321 }, 'number-invalid'],
  [{ credentialMinutes: '60' }, 'number-invalid'],
  [{ apiServer: 'vpn' }, 'choice-invalid'],
  [{ apiServer: 'public' }, 'api-server-private'],
  [{ tags: { 'acs:x': 'y' } }, 'tag-invalid'],
  [{ state: 'local' }, 'choice-invalid'],
  [{ state: State.oss({ bucket: '', region: 'cn-hangzhou', lock: { endpoint: 'e', table: 't' } }) }, 'state-invalid'],
  [{ minutes: 15 }, 'prop-unknown'],
  [{ cluster: { clusterId: 'c1' } }, 'type-invalid'],
  [{ baseline: true }, 'type-invalid'],
  [{ baseline: { ingress: {} } }, 'prop-unknown'],
  [{ baseline: { eci: { privateZone: 'yes' } } }, 'type-invalid'],
])('%j is refused with %s', (props, code) => {
  expect(problemsOf(() => aWorkplace({}, props)).map((problem) => problem.code)).toEqual([code]);
});

test('a stack without a cluster is refused, and so is a wrong name', () => {
  const app = new App();
  expect(problemsOf(() => new WorkloadStack(app, 'apps', {} as WorkloadStackProps))).toMatchObject([
    { code: 'value-missing', path: 'apps' },
  ]);
  expect(problemsOf(() => new WorkloadStack(app, 'my apps', {} as WorkloadStackProps))).toMatchObject([
    { code: 'stack-name-invalid' },
  ]);
});

test('an address that an imported cluster does not tell is refused', () => {
  const cloud = new CloudStack(new App(), 'shop', { region: 'cn-hangzhou' });
  const cluster = ManagedCluster.fromAttributes(cloud, 'cluster', {
    clusterId: `c${'0'.repeat(32)}`,
    network: new AnExistingNetwork(cloud),
  });
  const act = () => new WorkloadStack(cloud.node.root as App, 'apps', { cluster, apiServer: 'private' });
  expect(problemsOf(act)).toMatchObject([{ code: 'api-server-unknown', value: 'private' }]);
});

describe('the summary says from where the stack can be applied', () => {
  const said = (...given: Parameters<typeof aWorkplace>) => {
    const { apps } = aWorkplace(...given);
    return describeSummary(summaryOf(apps.node.root as App))
      .split('\n')
      .filter((line) => line.includes('apply it'));
  };

  test('from the VPC, for a private API server', () => {
    expect(said()).toEqual([
      '    apply it from the VPC of "shop/cluster", a runner in it or a VPN to it: its API server has a private address only',
    ]);
  });

  test('from the ranges that may reach it, for a public one', () => {
    expect(said(PUBLIC)).toEqual([
      '    apply it from 203.0.113.7/32, which the API server of "shop/cluster" is public for',
    ]);
  });

  test('from the VPC again, when the stack takes the private address of a public one', () => {
    expect(said(PUBLIC, { apiServer: 'private' })[0]).toContain('apply it from the VPC of "shop/cluster"');
  });
});
