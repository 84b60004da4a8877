import { drillMatchers, drillOf, type Drill, type DrillMatchers } from '../../../lib/testing';
import type { WordPressOnEciBurstProps } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-props';
import { aBlog, ZONES } from '../../architectures/wordpress-on-eci-burst/a-blog';
import { outcome, pods, workload } from './a-raw-shop';

expect.extend(drillMatchers);

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Matchers<R> extends DrillMatchers<R> {}
  }
}

const FILES = 'blog-cloud/files';
const WEB = 'wordpress/web';
/** Files of NAS are in one zone; the drill says so, and what follows looks at everything else. */
const accept = { [FILES]: 'files come back with their zone, or from their backup' };

let drill: Drill;
let strict: Drill;
beforeAll(() => {
  const { cloud } = aBlog();
  drill = drillOf(cloud.node.root, { accept });
  strict = drillOf(cloud.node.root);
});

test('WordPress survives the loss of any one zone, at the most of its scale and in an update of it', () => {
  expect(drill.zones).toEqual(ZONES);
  expect(drill.unknown).toEqual([]);
  expect(drill).toSurviveLossOfAnyZone();
  expect(drill).toHaveRoomForItsMost();
});

test('its files are the one single point: with their zone the site waits for them', () => {
  expect(strict.singlePoints.map(({ kind, what, why }) => [kind, what, why])).toEqual([
    ['one-zone', FILES, 'is in cn-hangzhou-h only'],
  ]);
  expect(outcome(strict, 'zone cn-hangzhou-h, least').failures).toEqual([
    { what: FILES, why: 'is in cn-hangzhou-h only' },
    { what: WEB, why: `needs ${FILES}, which is lost` },
  ]);
  expect(strict).toSurviveLossOfZone('cn-hangzhou-i');
  expect(strict).toSurviveLossOfZone('cn-hangzhou-j');
  expect(strict).not.toSurviveLossOfAnyZone();
});

test('22 Pods on nodes, and what is more on ECI; without a zone two nodes still hold the 22', () => {
  expect(pods(drill, 'nothing lost, least', WEB)).toEqual([22, 22, 0, 0, 0]);
  expect(pods(drill, 'nothing lost, most', WEB)).toEqual([100, 22, 78, 0, 0]);
  expect(pods(drill, 'nothing lost, update', WEB)).toEqual([110, 22, 88, 0, 0]);
  ZONES.forEach((zone) => {
    const others = ZONES.filter((one) => one !== zone);
    expect(outcome(drill, `zone ${zone}, least`).nodes).toEqual(Object.fromEntries(others.map((one) => [one, 1])));
    expect(pods(drill, `zone ${zone}, least`, WEB)).toEqual([22, 22, 0, 0, 0]);
    expect(pods(drill, `zone ${zone}, most`, WEB)).toEqual([100, 22, 78, 0, 0]);
    expect(pods(drill, `zone ${zone}, update`, WEB)).toEqual([110, 22, 88, 0, 0]);
    expect(workload(drill, `zone ${zone}, least`, WEB).moved).toBe(8);
    expect(Object.values(workload(drill, `zone ${zone}, most`, WEB).byZone)).toEqual([50, 50]);
  });
});

test('the database goes over, balancer and way out hold, whichever zone is lost', () => {
  const states = (zone: string) =>
    Object.fromEntries(outcome(drill, `zone ${zone}, least`).parts.map(({ part, state }) => [part, state]));
  const held = {
    'blog-cloud/cluster control plane': 'holds',
    'blog-cloud/front': 'holds',
    'blog-cloud/network/nat': 'holds',
  };
  expect(states('cn-hangzhou-h')).toEqual({ ...held, 'blog-cloud/database': 'switches', [FILES]: 'accepted' });
  expect(states('cn-hangzhou-i')).toEqual({ ...held, 'blog-cloud/database': 'reduced', [FILES]: 'holds' });
  expect(states('cn-hangzhou-j')).toEqual({ ...held, 'blog-cloud/database': 'holds', [FILES]: 'holds' });
});

test('no address runs out: hundreds are spare on ECI in an update at the most without a zone', () => {
  const { vswitches } = outcome(drill, 'zone cn-hangzhou-h, update');
  const spare = Object.fromEntries(vswitches.map((one) => [one.vswitch.split('vswitch-')[1], one.spare]));
  // 88 Pods and 60 that are still ending share two vSwitches of 508.
  expect(spare).toMatchObject({ 'eci-cn-hangzhou-i': 434, 'eci-cn-hangzhou-j': 434 });
  expect(Math.min(...(Object.values(spare) as number[]))).toBeGreaterThan(100);
  expect(drill.outcomes.flatMap(({ vswitches: all }) => all.filter(({ missing }) => missing > 0))).toEqual([]);
});

test('without any node the Pods have room on ECI, but CoreDNS has none', () => {
  expect(pods(drill, 'all nodes, most', WEB)).toEqual([100, 0, 100, 0, 0]);
  expect(workload(drill, 'all nodes, most', WEB).state).toBe('down');
  expect(drill).not.toSurviveLossOfNodes();
});

test.each<[Partial<WordPressOnEciBurstProps>]>([[{ zones: ZONES.slice(0, 2) }], [{ scale: { max: 400 } }]])(
  'and so it is with %j',
  (props) => {
    const { cloud } = aBlog(props);
    const other = drillOf(cloud.node.root, { accept });
    expect(other).toSurviveLossOfAnyZone();
    expect(other).toHaveRoomForItsMost();
  },
);
