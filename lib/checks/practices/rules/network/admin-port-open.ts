import { isEverybody } from '../../ranges';
import { texts } from '../../reading';
import { NOTHING, resources, when, type Practice } from '../../practice';

/** SSH, RDP, Docker, etcd, MySQL, PostgreSQL, API server, Redis, Elasticsearch, kubelet, MongoDB. */
const PORTS = [22, 3389, 2375, 2379, 3306, 5432, 6379, 6443, 9200, 10250, 27017];

/** Whether `from/to` has a port in it; `-1/-1`, and a range left out, is every port. */
function covers(range: unknown, port: number): boolean {
  const [from, to] = String(range ?? '-1/-1')
    .split('/')
    .map(Number);
  return from === -1 || (from! <= port && port <= to!);
}

export const adminPortOpen: Practice = {
  id: 'admin-port-open',
  severity: 'error',
  sandbox: true,
  title: { en: 'No administration from everywhere', zh: '管理端口不对所有地址开放' },
  reason: {
    en: 'SSH, RDP, databases and the ports of Kubernetes are what machines look for all day.',
    zh: 'SSH、RDP、数据库与 Kubernetes 端口是自动化攻击的首选目标。',
  },
  fix: {
    en: 'name the ranges of those who administer, or use a bastion or a VPN',
    zh: '只写管理人员的网段，或使用堡垒机、VPN',
  },
  source:
    'https://www.alibabacloud.com/help/en/ecs/user-guide/the-instance-operation-and-maintenance-port-should-restrict-the-ip-access-source',
  look: resources(['alicloud_security_group_rule'], ({ attributes }) => {
    const { type, policy, ip_protocol: protocol, port_range: range, cidr_ip: ipv4, ipv6_cidr_ip: ipv6 } = attributes;
    const from = texts([ipv4, ipv6]).find(isEverybody);
    if (from === undefined || type !== 'ingress' || policy === 'drop' || !['tcp', 'all'].includes(String(protocol))) {
      return NOTHING;
    }
    const open = protocol === 'all' ? PORTS : PORTS.filter((port) => covers(range, port));
    return when(
      open.length > 0,
      { en: `${from} reaches the ports ${open.join(', ')}`, zh: `${from} 可访问端口 ${open.join('、')}` },
      range,
    );
  }),
};
