import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planCidrs } from '../../lib/network/cidr-plan';
import { ROOT } from './fences';

test('the ranges in the README’s picture are those of its program', () => {
  const picture = readFileSync(join(ROOT, 'docs/picture.svg'), 'utf8');
  const drawn = [...picture.matchAll(/>([\d.]+\/\d+)</g)].map((match) => match[1]!);
  const plan = planCidrs({ zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  expect(drawn.sort()).toEqual(plan.vswitches.map(({ cidr }) => cidr).sort());
  expect(picture).toContain(`VPC ${plan.vpc}`);
  expect(picture).toContain(`Services ${plan.serviceCidr}`);
});
