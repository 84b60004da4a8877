/** What the sites share in the cloud, by hand with L1 classes: network, cluster without nodes, MySQL, files, logs. */
import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { LogProject } from '@cdktf/provider-alicloud/lib/log-project';
import { LogStore } from '@cdktf/provider-alicloud/lib/log-store';
import { LogStoreIndex } from '@cdktf/provider-alicloud/lib/log-store-index';
import { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import { Id } from '@cdktf/provider-random/lib/id';
import type { App } from 'cdktf';
import { Construct } from 'constructs';
import { cloudStack, network, type Net } from './network-by-hand';
import { serverless } from './serverless-by-hand';
import { KINDS, type Kind } from './sites-environment-by-hand';
import { rulesAbout, rulesOnce } from './sites-rules-by-hand';
import { sharedFiles } from './wordpress-cloud-by-hand';
import { mysql, siteDatabase } from './wordpress-database-by-hand';
import type { Site } from './wordpress-parts-by-hand';

export function sitesCloud(app: App, id: string) {
  const name = `${id}-cloud`;
  const cloud = cloudStack(app, name);
  const net = network(cloud, name, ['nodes', 'eci', 'data']);
  const { ack, nodes } = serverless(cloud, name, net);
  const timeouts = { create: '30m', update: '30m', delete: '30m' };
  const [agent] = ['arms-prometheus', 'poseidon', 'metrics-server', 'alibaba-log-controller'].map(
    (addon) => new CsKubernetesAddon(cloud, addon, { clusterId: ack.id, name: addon, timeouts }),
  );
  const watched = { clusterId: ack.id, agent: agent! };
  rulesOnce(cloud, `${name}-prometheus`, watched);
  rulesAbout(cloud, `${name}-prometheus`, 'kube-system', watched);
  const instance = mysql(
    cloud,
    { name, net, nodes },
    {
      category: 'serverless_standard',
      instanceType: 'mysql.n2.serverless.2c',
      instanceChargeType: 'Serverless',
      serverlessConfig: { minCapacity: 1, maxCapacity: 8, autoPause: false, switchForce: false },
    },
  );
  const suffix = new Id(cloud, 'logs-suffix', { byteLength: 4 });
  const logs = new LogProject(cloud, 'site-logs', { projectName: `${name}-logs-${suffix.hex}` });
  const files = sharedFiles(cloud, name, net);
  const site = (namespace: string, kind: Kind): Site => {
    const home = new Construct(cloud, namespace);
    const path = `${id}-apps/sites/${namespace}`;
    const database = siteDatabase(home, instance, { namespace, database: `wordpress_${namespace}`, path });
    const front = balancer(home, `${name}-sites-${namespace}-front`, net, kind);
    const store = logStore(home, logs, namespace, kind.logDays);
    if (kind.watched) {
      rulesAbout(home, `${name}-sites-${namespace}-prometheus`, namespace, watched);
    }
    const collected = (workload: string) => `${namespace}-${workload}-output`;
    return {
      namespace,
      database,
      files,
      front,
      logs: (workload) => [
        { name: `aliyun_logs_${collected(workload)}`, value: 'stdout' },
        { name: `aliyun_logs_${collected(workload)}_project`, value: logs.projectName },
        { name: `aliyun_logs_${collected(workload)}_logstore`, value: store.logstoreName },
        { name: `aliyun_logs_${collected(workload)}_machinegroup`, value: `${id}-apps-${collected(workload)}` },
      ],
    };
  };
  const sites = Object.fromEntries(Object.entries(KINDS).map(([space, kind]) => [space, site(space, kind)]));
  return { ack, sites };
}

/** On the internet, or in the VPC. */
function balancer(scope: Construct, name: string, { vswitches }: Net, { open, keep }: Kind): SlbLoadBalancer {
  return new SlbLoadBalancer(scope, 'front', {
    loadBalancerName: name,
    addressType: open ? 'internet' : 'intranet',
    vswitchId: open ? undefined : vswitches.nodes![0]!.id,
    internetChargeType: open ? 'PayByTraffic' : undefined,
    paymentType: 'PayAsYouGo',
    instanceChargeType: 'PayByCLCU',
    deleteProtection: keep ? 'on' : 'off',
    modificationProtectionStatus: keep ? 'ConsoleProtection' : 'NonProtection',
    timeouts: { create: '10m', delete: '15m' },
    lifecycle: { ignoreChanges: open ? ['tags'] : ['tags', 'vswitch_id'] },
  });
}

/** A store that can be searched. */
function logStore(scope: Construct, project: LogProject, logstoreName: string, retentionPeriod: number): LogStore {
  const store = new LogStore(scope, 'logs', {
    projectName: project.projectName,
    logstoreName,
    retentionPeriod,
    shardCount: 2,
    autoSplit: true,
    maxSplitShardCount: 16,
    mode: 'standard',
    appendMeta: true,
    encryptConf: { enable: true, encryptType: 'default' },
    timeouts: { create: '10m' },
  });
  new LogStoreIndex(scope, 'index', {
    project: project.projectName,
    logstore: store.logstoreName,
    maxTextLen: 2048,
    fullText: {
      caseSensitive: false,
      includeChinese: true,
      token: '${join("", [", \'\\";=()[]{}?@&<>/:\\n\\t\\r"])}',
    },
  });
  return store;
}
