import { drillMatchers, drillOf, type Drill } from '../../../lib/testing';
import { outcome, pods, workload } from '../../testing/drill/a-raw-shop';
import { twoSites, ZONES } from './two-sites';

expect.extend(drillMatchers);

const FILES = 'blog-cloud/files';
const PRODUCTION = 'production/web';
const TEST = 'test/web';

let drill: Drill;
let strict: Drill;
beforeAll(() => {
  const { cloud } = twoSites();
  strict = drillOf(cloud.node.root);
  drill = drillOf(cloud.node.root, { accept: { [FILES]: 'files come back with their zone, or from their backup' } });
});

test('the sites survive the loss of any one zone, at the most of their scales and in an update of all', () => {
  expect(drill.zones).toEqual(ZONES);
  expect(drill.unknown).toEqual([]);
  expect(drill).toSurviveLossOfAnyZone();
  expect(drill).toHaveRoomForItsMost();
});

test('what is single: the files, which are in one zone, and the one Pod of a test; nothing of production', () => {
  const points = strict.singlePoints.map(({ kind, what }) => [kind, what]);
  expect(points).toEqual([
    ['one-zone', FILES],
    ['one-replica', TEST],
  ]);
});

test('without an exception, the zone of the files takes the sites with it, and no other zone does', () => {
  expect(outcome(strict, 'zone cn-hangzhou-h, least').failures).toEqual(
    expect.arrayContaining([
      { what: FILES, why: 'is in cn-hangzhou-h only' },
      { what: PRODUCTION, why: `needs ${FILES}, which is lost` },
    ]),
  );
  expect(strict).toSurviveLossOfZone('cn-hangzhou-i');
  expect(strict).toSurviveLossOfZone('cn-hangzhou-j');
});

test('all Pods are on ECI, and have a place there whichever zone is gone', () => {
  for (const lost of ['nothing lost', ...ZONES.map((zone) => `zone ${zone}`)]) {
    expect(pods(drill, `${lost}, least`, PRODUCTION)).toEqual([2, 0, 2, 0, 0]);
    expect(pods(drill, `${lost}, most`, PRODUCTION)).toEqual([10, 0, 10, 0, 0]);
    expect(pods(drill, `${lost}, update`, PRODUCTION)).toEqual([11, 0, 11, 0, 0]);
    expect(pods(drill, `${lost}, least`, TEST)).toEqual([1, 0, 1, 0, 0]);
  }
});

test('the two Pods of production are in two zones, so that one goes on when a zone is lost', () => {
  const { byZone } = workload(drill, 'nothing lost, least', PRODUCTION);
  expect(Object.values(byZone)).toEqual([1, 1]);
});

test('the database goes over, balancers and way out hold, whichever zone is lost', () => {
  const states = (zone: string) =>
    Object.fromEntries(outcome(drill, `zone ${zone}, least`).parts.map(({ part, state }) => [part, state]));
  const held = {
    'blog-cloud/cluster control plane': 'holds',
    'blog-cloud/sites/production/front': 'holds',
    'blog-cloud/network/nat': 'holds',
  };
  expect(states('cn-hangzhou-h')).toMatchObject({ ...held, 'blog-cloud/database': 'switches', [FILES]: 'accepted' });
  expect(states('cn-hangzhou-i')).toMatchObject({ ...held, 'blog-cloud/database': 'reduced', [FILES]: 'holds' });
  expect(states('cn-hangzhou-j')).toMatchObject({ ...held, 'blog-cloud/database': 'holds', [FILES]: 'holds' });
});

test('no address runs out', () => {
  expect(drill.outcomes.flatMap(({ vswitches }) => vswitches.filter(({ missing }) => missing > 0))).toEqual([]);
});
