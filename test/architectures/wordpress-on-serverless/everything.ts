import type { App } from 'cdktf';
import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import { LoadTest } from '../../../lib/architectures/wordpress/load-test-data';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { suppressPractice } from '../../../lib/checks/practices/suppress';
import { MysqlInstance } from '../../../lib/database/mysql-instance';
import { RedisInstance } from '../../../lib/database/redis-instance';
import { AlertContacts } from '../../../lib/monitoring/alert-contacts';
import { ContainerRegistry } from '../../../lib/registry/container-registry';
import { RegistryBilling } from '../../../lib/registry/container-registry-props';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { Scale } from '../../../lib/workload/scaling/scale';
import { twoSites } from './two-sites';

/** A registry that is older than the sites, with a repository of their images. */
export function aRegistry(app: App) {
  const shared = new CloudStack(app, 'shared', { region: 'cn-hangzhou' });
  const registry = new ContainerRegistry(shared, 'registry', {
    name: 'acme',
    billing: RegistryBilling.subscription(1),
  });
  return { registry, repository: registry.addNamespace('blog').addRepository('wordpress') };
}

/** Three environments with everything that can be switched on. */
export function everything(app: App): void {
  const { registry, repository } = aRegistry(app);
  twoSites(
    {
      registry,
      image: repository.image('6.8.3'),
      capacity: { min: 0.5, max: 4 },
      tags: { team: 'blog' },
      contacts: (cloud) =>
        new AlertContacts(cloud, 'contacts', { people: { 'li-wei': { email: 'li.wei@example.com' } } }),
      environments: {
        test: WordPressEnvironment.test({
          image: repository.image('6.9.0'),
          address: BalancerAddress.internet({ allow: ['203.0.113.0/24'] }),
          scale: Scale.onSchedule({
            jobs: [
              { name: 'morning', at: '0 0 8 * * 1-5', replicas: 1 },
              { name: 'night', at: '0 0 20 * * *', replicas: 0 },
            ],
          }),
        }),
        staging: WordPressEnvironment.test({
          scale: Scale.fixed(2),
          requests: { cpu: '2', memory: '4Gi' },
          database: (cloud, network) => {
            const database = new MysqlInstance(cloud, 'staging-database', { network });
            suppressPractice(database, 'database-encryption', { reason: 'it holds what somebody made up for a test' });
            return database.addDatabase('blog');
          },
          databaseName: 'blog',
          files: (cloud, network) => new NasFileSystem(cloud, 'staging-files', { network }),
          loadTest: LoadTest.k6({ image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/k6:1.3.0', users: 500 }),
          namespace: 'blog-staging',
          watched: true,
          protection: 'production',
        }),
        production: WordPressEnvironment.production({
          site: {
            title: '我的博客 “$(HOME)” ${path.module} %{ if true }',
            locale: 'zh_CN',
            administrator: { user: 'editor', email: 'editor@example.com' },
            url: 'https://blog.example.com',
            uploadMib: 256,
          },
          ports: [80, 443],
          scale: Scale.onSchedule({
            jobs: [
              { name: 'sale', at: '0 45 19 11 11 *', replicas: 40 },
              { name: 'over', at: '0 0 2 12 11 *', replicas: 4 },
            ],
            over: Scale.onCpu({ target: 50, min: 4, max: 60 }),
          }),
          redis: (cloud, network) => new RedisInstance(cloud, 'redis', { network }),
          balancer: (_cloud, network) =>
            ServiceBalancer.network({
              network,
              name: 'front',
              address: BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'a public site' }),
              protocols: { 443: 'tcpssl' },
              certificateId: '12345678-cn-hangzhou',
            }),
          rotation: { salts: '2', database: '3', redis: '4', administrator: '5' },
          logDays: 365,
        }),
      },
    },
    app,
  );
}
