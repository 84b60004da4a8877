import type { App } from 'cdktf';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { LoadTest } from '../../../lib/architectures/wordpress/load-test-data';
import { RedisInstance } from '../../../lib/database/redis-instance';
import { aBlog } from './a-blog';

/** The blog with everything that can be switched on, and a balancer that the cluster makes. */
export function everything(app: App): void {
  aBlog(
    {
      site: {
        title: '我的博客 “$(HOME)” ${path.module} %{ if true }',
        locale: 'zh_CN',
        administrator: { user: 'editor', email: 'editor@example.com' },
        searchEngines: false,
        url: 'https://blog.example.com',
        uploadMib: 256,
      },
      scale: {
        onNodes: 30,
        max: 200,
        cpuPercent: 50,
        peaks: [
          { name: 'before', at: '0 45 19 * * 5', replicas: 120 },
          { name: 'after', at: '0 0 1 * * 6', replicas: 30 },
        ],
      },
      ports: [80, 443],
      namespace: 'blog',
      databaseName: 'blog',
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
      loadTest: LoadTest.k6({ image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/k6:1.3.0', users: 2000, minutes: 20 }),
      observability: true,
      tags: { team: 'blog' },
    },
    app,
  );
}
