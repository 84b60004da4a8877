import { NODE_POOL } from '../../node-pools';
import { numberIn } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nodeAddresses: Practice = {
  id: 'node-addresses',
  severity: 'error',
  sandbox: true,
  title: { en: 'Nodes have no public addresses', zh: '节点不分配公网地址' },
  reason: {
    en: 'A node with a public address can be tried from everywhere, past every balancer and NAT gateway.',
    zh: '带公网地址的节点可被任何人直接试探，绕过负载均衡与 NAT 网关。',
  },
  fix: {
    en: 'leave `internet_max_bandwidth_out` out; nodes reach the internet over a NAT gateway',
    zh: '去掉 `internet_max_bandwidth_out`，节点通过 NAT 网关访问公网',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/ecs-running-instance-no-public-ip',
  look: resources([NODE_POOL], ({ attributes: { internet_max_bandwidth_out: out } }) =>
    when((numberIn(out) ?? 0) > 0, { en: 'every node gets a public address', zh: '每个节点都会获得公网地址' }, out),
  ),
};
