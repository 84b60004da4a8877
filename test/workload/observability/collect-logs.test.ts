import type { App } from 'cdktf';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { LogProject } from '../../../lib/logs/log-project';
import { LogStore } from '../../../lib/logs/log-store';
import { Burst } from '../../../lib/workload/burst/burst';
import { JobWorkload } from '../../../lib/workload/jobs/job-workload';
import { type WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import { collectLogs, type CollectLogsProps } from '../../../lib/workload/observability/collect-logs';
import { LogCollection } from '../../../lib/workload/observability/log-collection';
import { LogSource } from '../../../lib/workload/observability/log-source';
import { Placement } from '../../../lib/workload/placement';
import { Release } from '../../../lib/workload/releases/release';
import { Scale } from '../../../lib/workload/scaling/scale';
import { Volume } from '../../../lib/workload/volumes/volume';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { RUN } from '../a-namespace';
import { NEXT_IMAGE } from '../releases/a-release';
import { aServerless } from './a-serverless';
import { aWorkplace, withVirtualNode } from '../a-workplace';
import { carriedBy } from '../../../lib/workload/charts/carried-objects';

/** The web service `web` and stores that exist, on nodes only, or in a cluster with a virtual node. */
function aLoggedService(eci = false) {
  const made = aWorkplace(eci ? withVirtualNode() : {});
  const project = LogProject.fromAttributes(made.stack, 'project', { projectName: 'acme-logs' });
  const store = LogStore.fromAttributes(made.stack, 'store', { project, storeName: 'web' });
  const other = LogStore.fromAttributes(made.stack, 'other', { project, storeName: 'audit' });
  const namespace = new Namespace(made.apps, 'shop');
  const web = new WebService(namespace, 'web', {
    ...RUN,
    scale: Scale.fixed(3),
    port: 8080,
    sidecars: [{ ...RUN, name: 'proxy' }],
  });
  return { ...made, namespace, store, other, web };
}

const containersOf = (apps: Parameters<typeof resourceOf>[0], type = 'kubernetes_deployment_v1') =>
  resourceOf(apps, type).attributes.spec.template.spec.container as {
    name: string;
    env?: { name: string; value: string }[];
    volume_mount?: { name: string; mount_path: string }[];
  }[];

const variablesOf = (apps: Parameters<typeof resourceOf>[0], index = 0) =>
  Object.fromEntries((containersOf(apps)[index]!.env ?? []).map(({ name, value }) => [name, value]));

const pipelinesOf = (apps: WorkloadStack) =>
  apps.node.findAll().flatMap((one) => carriedBy(one)) as unknown as Record<string, any>[];

describe('on a cluster of nodes only', () => {
  test('an object tells the agents which containers to read, and the Pods stay as they are', () => {
    const { apps, web, store } = aLoggedService();
    collectLogs(web, { to: store });
    expect(pipelinesOf(apps)).toEqual([
      {
        apiVersion: 'telemetry.alibabacloud.com/v1alpha1',
        kind: 'ClusterAliyunPipelineConfig',
        metadata: { name: 'shop-web-output' },
        spec: {
          project: { name: 'acme-logs' },
          config: {
            inputs: [
              {
                Type: 'input_container_stdio',
                IgnoringStdout: false,
                IgnoringStderr: false,
                ContainerFilters: {
                  K8sNamespaceRegex: '^(shop)$',
                  IncludeK8sLabel: { 'app.kubernetes.io/name': 'web' },
                  K8sContainerRegex: '^(web)$',
                },
              },
            ],
            processors: [],
            flushers: [{ Type: 'flusher_sls', Logstore: 'web' }],
          },
        },
      },
    ]);
    expect(variablesOf(apps)).toEqual({});
  });

  test('entries of several lines and JSON are taken apart, before what the user adds', () => {
    const { apps, web, store } = aLoggedService();
    const processors = [{ Type: 'processor_desensitize_native', SourceKey: 'card' }];
    const by = LogCollection.pipeline({ firstLine: '\\d{4}-\\d{2}.*', format: 'json', processors });
    collectLogs(web, { to: store, from: LogSource.stderr(), by });
    const { inputs, processors: steps } = pipelinesOf(apps)[0]!.spec.config;
    expect(inputs[0]).toMatchObject({
      IgnoringStdout: true,
      IgnoringStderr: false,
      Multiline: { Mode: 'custom', StartPattern: '\\d{4}-\\d{2}.*' },
    });
    expect(steps).toEqual([{ Type: 'processor_parse_json_native', SourceKey: 'content' }, ...processors]);
  });

  test('files get an empty volume at their directory, and are looked for below it when that is asked for', () => {
    const { apps, web, store } = aLoggedService();
    collectLogs(web, { to: store, from: LogSource.files('/var/log/shop/*.log', { depth: 2 }) });
    expect(pipelinesOf(apps)[0]!.spec.config.inputs[0]).toMatchObject({
      Type: 'input_file',
      FilePaths: ['/var/log/shop/**/*.log'],
      MaxDirSearchDepth: 2,
      EnableContainerDiscovery: true,
    });
    const { template } = resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec;
    expect(template.spec.volume).toEqual([{ name: 'logs-var-log-shop-log', empty_dir: {} }]);
    expect(containersOf(apps)[0]!.volume_mount).toMatchObject([
      { name: 'logs-var-log-shop-log', mount_path: '/var/log/shop' },
    ]);
  });

  test('the component that collects is installed, once', () => {
    const { stack, web, store } = aLoggedService();
    collectLogs(web, { to: store });
    collectLogs(web, { to: store, container: 'proxy' });
    const names = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(names.filter((name) => name === 'loongcollector')).toHaveLength(1);
  });

  test('a Pipeline for Pods that burst later is refused when the App is synthesised', () => {
    const { apps, cluster, web, store } = aLoggedService(true);
    collectLogs(web, { to: store, by: LogCollection.pipeline() });
    expect(() => synthesized(apps)).not.toThrow();
    web.burst(Burst.afterEcs(2, cluster.virtualNode!));
    expect(problemsOf(() => synthesized(apps))).toMatchObject([
      { code: 'log-collection-eci', path: 'shop-apps/shop/web', value: 'some' },
    ]);
  });
});

describe('where Pods can land on ECI', () => {
  test('variables of the container tell the agent, in nodes and on ECI alike', () => {
    const { apps, web, store } = aLoggedService(true);
    collectLogs(web, { to: store });
    collectLogs(web, { to: store, from: LogSource.files('/var/log/nginx/*.log'), container: 'proxy', name: 'access' });
    expect(variablesOf(apps)).toEqual({
      'aliyun_logs_shop-web-output': 'stdout',
      'aliyun_logs_shop-web-output_project': 'acme-logs',
      'aliyun_logs_shop-web-output_logstore': 'web',
    });
    expect(variablesOf(apps, 1)).toMatchObject({ 'aliyun_logs_shop-web-access': '/var/log/nginx/*.log' });
    expect(containersOf(apps)[1]!.volume_mount).toMatchObject([{ name: 'logs-access', mount_path: '/var/log/nginx' }]);
    expect(pipelinesOf(apps)).toEqual([]);
  });

  test('Pods of a Serverless cluster report as a machine group of their own', () => {
    const { apps, namespace, store } = aServerless();
    const web = new WebService(namespace, 'web', { ...RUN, scale: Scale.fixed(3), port: 8080 });
    collectLogs(web, { to: store, from: LogSource.stdout() });
    expect(variablesOf(apps)).toMatchObject({
      'aliyun_logs_shop-web-stdout': 'stdout-only',
      'aliyun_logs_shop-web-stdout_machinegroup': 'shop-apps-shop-web-stdout',
    });
  });

  test('the component of a Serverless cluster has its own name', () => {
    const { cloud, namespace, store } = aServerless();
    collectLogs(new WebService(namespace, 'web', { ...RUN, scale: Scale.fixed(3), port: 8080 }), { to: store });
    const names = resourcesOf(cloud, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(names).toContain('alibaba-log-controller');
  });

  test('so do those of a namespace that is all on ECI', () => {
    const { apps, store } = aLoggedService(true);
    const burst = new Namespace(apps, 'burst', { placement: Placement.everythingOnEci() });
    const report = new JobWorkload(burst, 'report', { ...RUN, command: ['report'] });
    collectLogs(report, { to: store });
    const names = containersOf(apps, 'kubernetes_job_v1')[0]!.env!.map(({ name }) => name);
    expect(names).toContain('aliyun_logs_burst-report-output_machinegroup');
  });
});

test('asking for the same again changes nothing', () => {
  const { apps, web, store } = aLoggedService(true);
  const first = collectLogs(web, { to: store });
  const before = variablesOf(apps);
  expect(collectLogs(web, { to: store })).toEqual(first);
  expect(variablesOf(apps)).toEqual(before);
});

test('files in a directory that has a volume of the Pod stay in it', () => {
  const { apps, web, store } = aLoggedService(true);
  Volume.empty('work').mountIn(web, '/work');
  collectLogs(web, { to: store, from: LogSource.files('/work/logs/app.log') });
  const { template } = resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec;
  expect(template.spec.volume).toEqual([{ name: 'work', empty_dir: {} }]);
});

test('the next version of a service is collected once where it has the labels of the service', () => {
  const { apps, web, store } = aLoggedService();
  collectLogs(web, { to: store });
  web.release(Release.batches({ image: NEXT_IMAGE, batches: ['50%', '100%'], done: 1 }));
  expect(pipelinesOf(apps)).toHaveLength(1);
});

test('other files of a directory, other directories and flags of the agent’s own expressions are taken', () => {
  const { apps, web, store, other } = aLoggedService();
  const files = (path: string, depth = 0) => LogSource.files(path, { depth });
  collectLogs(web, { to: store, from: files('/var/log/shop/*.log') });
  collectLogs(web, { to: other, from: files('/var/log/shop/*.json') });
  collectLogs(web, { to: other, from: files('/var/log/shop/more/*.log') });
  collectLogs(web, { to: other, from: files('/var/log/shop-old/*.log', 3) });
  const by = LogCollection.pipeline({ firstLine: '(?i)error .*' });
  collectLogs(web, { to: other, from: LogSource.files('/var/log/trace/*', null as never), by });
  expect(pipelinesOf(apps)).toHaveLength(5);
});

describe('is refused', () => {
  test('the same lines twice, whichever way and wherever to', () => {
    const { web, store, other } = aLoggedService();
    collectLogs(web, { to: store });
    const again: CollectLogsProps[] = [
      { to: other },
      { to: store, by: LogCollection.environment() },
      { to: store, from: LogSource.stdout() },
    ];
    for (const props of again) {
      expect(problemsOf(() => collectLogs(web, props)).map(({ code }) => code)).toContain('log-source-taken');
    }
  });

  test.each<[string, ReturnType<typeof LogSource.files>]>([
    ['one of the files of a pattern', LogSource.files('/var/log/shop/audit.log')],
    ['a pattern that meets it', LogSource.files('/var/log/shop/a*')],
    ['a pattern of one letter', LogSource.files('/var/log/shop/?.log')],
    ['directories above that are looked through', LogSource.files('/var/log/*.log', { depth: 1 })],
  ])('%s that is collected already', (_, from) => {
    const { web, store, other } = aLoggedService();
    collectLogs(web, { to: store, from: LogSource.files('/var/log/shop/*.log') });
    expect(problemsOf(() => collectLogs(web, { to: other, from }))).toMatchObject([{ code: 'log-source-taken' }]);
  });

  test('the same lines taken apart in another way, under the same name', () => {
    const { web, store } = aLoggedService();
    collectLogs(web, { to: store });
    const json = () => collectLogs(web, { to: store, by: LogCollection.pipeline({ format: 'json' }) });
    expect(problemsOf(json).map(({ code }) => code)).toContain('log-source-taken');
    expect(() => collectLogs(web, { to: store })).not.toThrow();
  });

  test.each(['/etc/shop.log', '/var/shop.log', '/proc/1/shop.log'])(
    'an empty volume over what an image has: %s',
    (at) => {
      const { web, store } = aLoggedService();
      const [problem] = problemsOf(() => collectLogs(web, { to: store, from: LogSource.files(at) }));
      expect(problem).toMatchObject({ code: 'log-path', value: at });
      expect(problem!.what).toContain('would hide what the image has');
    },
  );

  test('lines that variables of the program’s own collect', () => {
    const { namespace, store } = aLoggedService();
    const env = { aliyun_logs_mine: 'stdout', aliyun_logs_mine_ttl: '30' };
    const web = new WebService(namespace, 'own', { ...RUN, scale: Scale.fixed(3), port: 8080, env });
    const [problem] = problemsOf(() => collectLogs(web, { to: store }));
    expect(problem).toMatchObject({ code: 'log-source-taken', value: 'mine' });
  });

  test('two collections of one name in a cluster, of which one would win', () => {
    const { apps, web, store } = aLoggedService();
    const near = new WebService(new Namespace(apps, 'shop-web'), 'api', { ...RUN, scale: Scale.fixed(3), port: 80 });
    collectLogs(web, { to: store, name: 'api-output' });
    collectLogs(near, { to: store });
    expect(problemsOf(() => synthesized(apps))).toMatchObject([
      { code: 'log-name-taken', path: 'shop-apps/shop-web/api', value: 'shop-web-api-output' },
    ]);
  });

  test('files on a share, which the agent does not see', () => {
    const { web, store } = aLoggedService();
    Volume.claim('files', 'files').mountIn(web, '/files');
    const [problem] = problemsOf(() => collectLogs(web, { to: store, from: LogSource.files('/files/app.log') }));
    expect(problem).toMatchObject({ code: 'log-file-volume', value: '/files/app.log' });
  });

  test('a pipeline on a Serverless cluster, with the reason', () => {
    const { namespace, store } = aServerless();
    const web = new WebService(namespace, 'web', { ...RUN, scale: Scale.fixed(3), port: 8080 });
    const [problem] = problemsOf(() => collectLogs(web, { to: store, by: LogCollection.pipeline() }));
    expect(problem).toMatchObject({ code: 'log-collection-eci', fix: 'write by: LogCollection.environment()' });
    expect(problem!.what).toContain('agent on each node');
  });

  test.each<[string, object, string]>([
    ['a path that is none', { from: { kind: 'files', path: 7, depth: 0 } }, 'log-path'],
    ['a relative path', { from: LogSource.files('logs/app.log') }, 'log-path'],
    ['a directory with a wildcard', { from: LogSource.files('/var/*/app.log') }, 'log-path'],
    ['a file in the root', { from: LogSource.files('/app.log') }, 'log-path'],
    ['a way out of the directory', { from: LogSource.files('/var/log/../app.log') }, 'log-path'],
    ['directories below, by variables', { from: LogSource.files('/a/b.log', { depth: 1 }), by: 'env' }, 'log-path'],
    ['a depth that is no number', { from: LogSource.files('/a/b.log', { depth: -1 }) }, 'number-invalid'],
    ['a source that is none', { from: 'stdout' }, 'choice-invalid'],
    ['a store that is none', { to: 'web' }, 'type-invalid'],
    ['a container that is none', { container: 'sidecar' }, 'container-unknown'],
    ['a name that is none', { name: 'Access_Log' }, 'kubernetes-name'],
    ['a format that is none', { by: { kind: 'pipeline', format: 'xml' } }, 'choice-invalid'],
    ['a pattern that is none', { by: LogCollection.pipeline({ firstLine: '(' }) }, 'type-invalid'],
    ['an unknown prop', { project: 'acme' }, 'prop-unknown'],
  ])('%s', (_, props, code) => {
    const { web, store } = aLoggedService();
    const by = 'by' in props && props.by === 'env' ? { by: LogCollection.environment() } : {};
    const problems = problemsOf(() => collectLogs(web, { to: store, ...props, ...by }));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test('a store of another region, which the agent does not look for there', () => {
    const { apps, web } = aLoggedService();
    const far = new CloudStack(apps.node.root as App, 'far', { region: 'cn-beijing' });
    const project = LogProject.fromAttributes(far, 'project', { projectName: 'acme-logs' });
    const to = LogStore.fromAttributes(far, 'store', { project, storeName: 'web' });
    expect(problemsOf(() => collectLogs(web, { to }))).toMatchObject([
      { code: 'region-other', path: 'shop-apps/shop/web', value: 'cn-beijing' },
    ]);
  });

  test('what is no workload', () => {
    const { store } = aLoggedService();
    expect(problemsOf(() => collectLogs({} as never, { to: store })).map(({ code }) => code)).toEqual(['type-invalid']);
  });
});
