import { hclOf } from '../../../lib/testing';
import { readme, shownHcl } from '../readme';
import { aWorkplace } from '../a-workplace';

test('the HCL in the README is that of its program', async () => {
  const forwarders = { 'corp.example.com': ['10.8.0.53', '10.8.0.54'] };
  const { apps } = aWorkplace({}, { baseline: { dns: { coreDns: { forwarders } } } });
  // The file has braces at the beginning of lines, which end no block.
  const [block] = /^resource "kubernetes_config_map_v1_data"[\s\S]*?^EOF\n[\s\S]*?^}$/m.exec(await hclOf(apps))!;
  expect(shownHcl(readme('workload/dns'))).toBe(block.replace(/^\s*\n/gm, ''));
});
