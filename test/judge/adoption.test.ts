import { join } from 'node:path';
import { fencesOf, ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { byHand, documentedIds } from '../support/an-old-shop';
import { aWayOut, wayOutIds } from '../support/an-old-way-out';
import { SimulatedCloud, sumOf } from '../support/simulated-cloud';

jest.setTimeout(240_000);

const GUIDE = 'docs/guides/adoption.md';
const [program, wayOut] = fencesOf(join(ROOT, GUIDE)).flatMap(({ language, code }) =>
  language === 'ts' ? [code] : [],
) as [string, string];

describe('a shop that somebody made in the console', () => {
  let cloud: SimulatedCloud;
  /** Ids of the document, and those of the cloud. */
  let ids: readonly (readonly [string, string])[];
  const here = (text: string) => ids.reduce((all, [documented, real]) => all.replaceAll(documented, real), text);
  const documented = (text: string) => ids.reduce((all, [shown, real]) => all.replaceAll(real, shown), text);

  beforeAll(async () => {
    process.env.TF_VAR_password = 'Once-typed-1';
    cloud = await SimulatedCloud.start();
    await cloud.apply('console', byHand);
    cloud.forget('console');
    ids = await documentedIds(cloud);
  });
  afterAll(() => {
    delete process.env.TF_VAR_password;
    return cloud.stop();
  });

  test('comes under management without a change', async () => {
    const before = await cloud.things();
    const plan = sumOf(await cloud.plan('shop', 'shop-cloud', here(program)));
    expectShown(GUIDE, '## What the plan says', documented(plan));
    expect(plan).toMatch(/Plan: 14 to import, 0 to add, 0 to change, 0 to destroy\.$/);
    expect(await cloud.things()).toEqual(before);
  });

  test('would be changed, and its files lost, by a program that does not say what they are', async () => {
    const wrong = here(program)
      .replace(/^Adopt\.keep\(.*\n/gm, '')
      .replace(/^ {2}kind: .*\n/m, '');
    const plan = sumOf(await cloud.plan('shop', 'shop-cloud', wrong));
    expectShown(GUIDE, 'why a plan is read before it is applied', documented(plan));
    expect(plan).toMatch(/file_system.* must be replaced/);
  });

  test('is the program’s from then on: settled, the state learns what an import does not read', async () => {
    await cloud.apply('shop', here(program));
    expect(sumOf(await cloud.plan('shop', 'shop-cloud', here(program)))).toMatch(/^No changes\./);
    const settled = here(program).replace('app.synth()', 'Adopt.settle(cloud);\napp.synth()');
    const plan = await cloud.plan('shop', 'shop-cloud', settled);
    expectShown(GUIDE, '## What an import cannot read', documented(sumOf(plan)));
    expect(plan).toMatch(/Plan: 0 to add, \d+ to change, 0 to destroy\./);
    // Nothing is told to the cloud that it did not hear before: lines that add, none that change.
    expect(plan.match(/^ {6,}[~-] (?!resource)(?!timeouts).*$/gm) ?? []).toEqual([]);
    await cloud.apply('shop', settled);
    expect(sumOf(await cloud.plan('shop', 'shop-cloud', settled))).toMatch(/^No changes\./);
  });
});

test('a VPC with its way out, made in the console, comes under management without a change', async () => {
  const cloud = await SimulatedCloud.start();
  try {
    await cloud.apply('console', aWayOut);
    cloud.forget('console');
    const before = await cloud.things();
    const ids = await wayOutIds(cloud);
    const here = ids.reduce((text, [documented, real]) => text.replaceAll(documented, real), wayOut);
    const plan = sumOf(await cloud.plan('shop', 'shop-cloud', here));
    expectShown(GUIDE, '## A way out that exists', plan);
    expect(plan).toMatch(/Plan: 8 to import, 0 to add, 0 to change, 0 to destroy\.$/);
    await cloud.apply('shop', here);
    expect(sumOf(await cloud.plan('shop', 'shop-cloud', here))).toMatch(/^No changes\./);
    expect(await cloud.things()).toEqual(before);
  } finally {
    await cloud.stop();
  }
});
