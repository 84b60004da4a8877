import { join } from 'node:path';
import { describeUpgrade } from '../../lib/cluster/plan-upgrade';
import { fencesOf, ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { changesIn, SimulatedCloud, sumOf } from '../support/simulated-cloud';

jest.setTimeout(240_000);

const GUIDE = 'docs/guides/upgrades.md';
const program = fencesOf(join(ROOT, GUIDE)).find(({ language }) => language === 'ts')!.code;

/** The edits of the guide: what its `diff` fences take out and put in. */
const [version, rotation] = fencesOf(join(ROOT, GUIDE))
  .filter(({ language }) => language === 'diff')
  .map(({ code }) => {
    const lines = (mark: string) =>
      code
        .split('\n')
        .filter((line) => line.startsWith(mark))
        .map((line) => line.slice(1));
    const [out, into] = [[...lines('-'), ...lines(' ')].join('\n'), [...lines(' '), ...lines('+')].join('\n')];
    return (text: string) => {
      expect(text).toContain(out);
      return text.replace(out, into);
    };
  }) as [(text: string) => string, (text: string) => string];

describe('a cluster of 1.33 with its nodes', () => {
  let cloud: SimulatedCloud;
  beforeAll(async () => {
    cloud = await SimulatedCloud.start();
    await cloud.apply('shop', program);
  });
  afterAll(() => cloud.stop());

  test('goes to 1.34 by one line, the control plane in place and the nodes untouched', async () => {
    const plan = await cloud.plan('shop', 'shop-cloud', version(program));
    expectShown(GUIDE, '## The control plane', changesIn(plan));
    expect(sumOf(plan)).toMatch(/cluster_\w+ will be updated in-place\nPlan: 0 to add, 1 to change, 0 to destroy\.$/);
    await cloud.apply('shop', version(program));
  });

  test('has its nodes renewed by one line, which does nothing when it is taken out', async () => {
    const rotated = rotation(version(program));
    const plan = await cloud.plan('shop', 'shop-cloud', rotated);
    expectShown(GUIDE, '## The nodes', changesIn(plan));
    expect(sumOf(plan)).toMatch(/workers_\w+ will be updated in-place\nPlan: 0 to add, 1 to change, 0 to destroy\.$/);
    await cloud.apply('shop', rotated);

    const after = await cloud.plan('shop', 'shop-cloud', version(program));
    expectShown(GUIDE, 'Taking it out does nothing', changesIn(after));
    expect(sumOf(after)).toMatch(/Plan: 0 to add, 1 to change, 0 to destroy\.$/);
    await cloud.apply('shop', version(program));
    expect(sumOf(await cloud.plan('shop', 'shop-cloud', version(program)))).toMatch(/^No changes\./);
  });

  test.each([
    ['1.33.3-aliyun.1', 'is older, and ACK takes no version back'],
    ['1.36.1-aliyun.1', 'skips a minor, and ACK goes up one at a time'],
  ])('is refused %s: it %s', async (to, why) => {
    await cloud.apply('shop', version(program));
    const wrong = version(program).replace('1.34.1-aliyun.1', to);
    await expect(cloud.apply('shop', wrong)).rejects.toThrow(new RegExp(why.replace(/ /g, '\\s+[│\\s]*')));
    expect((await cloud.things('alicloud_cs_managed_kubernetes'))[0]!.values.version).toBe('1.34.1-aliyun.1');
  });
});

test('a longer way is said before it is gone', () => {
  const text = describeUpgrade({ from: '1.32.7-aliyun.1', to: '1.34.1-aliyun.1', pools: ['workers'] });
  expectShown(GUIDE, '`planUpgrade` says the applies', text);
});
