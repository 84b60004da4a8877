import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { CIDR_DEFAULTS } from '../../lib/network/cidr-ask';
import { NAT_GATEWAY_DEFAULTS } from '../../lib/network/nat-gateway-props';
import { DnsValue } from '../../lib/network/dns-value';
import { DnsZone } from '../../lib/network/dns-zone';
import { PrivateZone } from '../../lib/network/dns-private-zone';
import { Network } from '../../lib/network/network';
import { SECURITY_GROUP_DEFAULTS } from '../../lib/network/security-group-props';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { hclOf } from '../../lib/testing';
import { aCloud } from '../support/cloud';

const readme = readFileSync(join(__dirname, '../../lib/network/README.md'), 'utf8').replace(/ +\|/g, ' |');

/** What gives names in the README, in a stack of its own. */
function namesOf(network: Network): CloudStack {
  const stack = new CloudStack(network.node.root as never, 'shop-names', { region: 'cn-hangzhou' });
  const own = new Network(stack, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const domain = DnsZone.fromAttributes(stack, 'example', { domainName: 'example.com' });
  domain.addRecord('www', { name: 'www', value: DnsValue.alias('alb-1a2b3c.cn-hangzhou.alb.aliyuncs.com') });
  domain.addRecord('apex', { name: '@', value: DnsValue.address('203.0.113.7') });
  const internal = new PrivateZone(stack, 'internal', { zoneName: 'acme.internal', networks: [own] });
  internal.addRecord('git', { name: 'git', value: DnsValue.address('10.8.1.7') });
  return stack;
}

test('the HCL in the README is what the smallest program makes', async () => {
  const cloud = new CloudStack(aCloud().node.scope as never, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const hcl = `${await hclOf(cloud)}\n${await hclOf(namesOf(network))}`;
  const fences = [...readme.matchAll(/```hcl\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(fences.length).toBeGreaterThan(5);
  fences.forEach((fence) => expect(hcl).toContain(fence));
  network.plan.vswitches.forEach(({ cidr }) => expect(readme).toContain(cidr));
});

test('the table of defaults is what the defaults are', () => {
  const { type, members, outbound } = SECURITY_GROUP_DEFAULTS;
  const { addresses, bandwidth } = NAT_GATEWAY_DEFAULTS;
  [
    `| \`Network\` | \`vpcCidr\` | \`${CIDR_DEFAULTS.vpc}\` |`,
    `\`${CIDR_DEFAULTS.serviceCidr}\`, or \`${CIDR_DEFAULTS.serviceCidrBeside172}\``,
    `\`${CIDR_DEFAULTS.podCidr}\` (\`${CIDR_DEFAULTS.podCidrBeside172}\``,
    `| \`NatGateway\` | \`addresses\` | \`${addresses}\` |`,
    `\`Bandwidth.byTraffic(${bandwidth.mbps})\``,
    `| \`NatGateway\` | \`purposes\` | ${NAT_GATEWAY_DEFAULTS.purposes.join(', ')} |`,
    `| \`SecurityGroup\` | \`type\` | \`${type}\` |`,
    `| \`SecurityGroup\` | \`members\` | \`${members}\` |`,
    `| \`SecurityGroup\` | \`outbound\` | \`${outbound}\` |`,
    `| \`SecurityGroup\` | \`purposes\` | ${SECURITY_GROUP_DEFAULTS.purposes.join(', ')} |`,
  ].forEach((line) => expect(readme).toContain(line));
});
