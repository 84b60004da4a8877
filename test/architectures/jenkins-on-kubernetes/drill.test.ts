import { Testing, type App } from 'cdktf';
import { drillMatchers, drillOf, type Drill, type DrillMatchers } from '../../../lib/testing';
import { outcome, workload } from '../../testing/drill/a-raw-shop';
import { aJenkins, ZONES } from './a-jenkins';
import { serverless } from './everything';

expect.extend(drillMatchers);

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Matchers<R> extends DrillMatchers<R> {}
  }
}

const HOME = 'ci-cloud/home';
const REGISTRY = 'ci-cloud/network/registry-acme';
const CONTROLLER = 'jenkins/controller';

/** What is single, by name, and why that is borne. */
const accept = {
  [HOME]: 'files come back with their zone, or from their backup into a file system of another zone',
  [REGISTRY]: 'a way to the registry, without which nothing is pulled or pushed; what runs goes on',
};

const drill = (build: (app: App) => void, options = {}): Drill => {
  const app = Testing.app();
  build(app);
  return drillOf(app, options);
};
const small = (app: App): void => void aJenkins({}, app);

test.each<[string, (app: App) => void]>([
  ['on a managed cluster', small],
  ['on a Serverless one', serverless],
])('%s Jenkins survives the loss of any one zone, at its most and while it is updated', (_title, build) => {
  const survived = drill(build, { accept });
  expect(survived.zones).toEqual(ZONES);
  expect(survived).toSurviveLossOfAnyZone();
  expect(survived).toHaveRoomForItsMost();
});

test('what is single is said by name: the files, the way to the registry, and the one controller', () => {
  expect(drill(small).singlePoints.map(({ kind, what }) => [kind, what])).toEqual([
    ['one-zone', HOME],
    ['one-zone', REGISTRY],
    ['one-replica', CONTROLLER],
  ]);
});

test('the zone of the files takes the controller with it until it is back, or the files were brought elsewhere', () => {
  const strict = drill(small);
  expect(outcome(strict, 'zone cn-hangzhou-h, least').failures).toEqual([
    { what: HOME, why: 'is in cn-hangzhou-h only' },
    { what: CONTROLLER, why: `needs ${HOME}, which is lost` },
  ]);
  expect(strict).toSurviveLossOfZone('cn-hangzhou-i');
  expect(strict).toSurviveLossOfZone('cn-hangzhou-j');
});

test('in any other zone the controller is lost for the minutes in which it starts elsewhere, where there is room for it', () => {
  const survived = drill(small, { accept });
  const states = ZONES.map((zone) => workload(survived, `zone ${zone}, least`, CONTROLLER));
  states.forEach(({ state }) => expect(state).not.toBe('down'));
  const nodes = ZONES.map((zone) => Object.values(outcome(survived, `zone ${zone}, least`).nodes));
  expect(nodes).toEqual(ZONES.map(() => [1, 1]));
});

test('cluster, way out and balancer hold, whichever zone is lost', () => {
  const survived = drill(small, { accept });
  ZONES.forEach((zone) => {
    const states = Object.fromEntries(
      outcome(survived, `zone ${zone}, least`).parts.map(({ part, state }) => [part, state]),
    );
    expect(states).toMatchObject({
      'ci-cloud/cluster control plane': 'holds',
      'ci-cloud/front': 'holds',
      'ci-cloud/network/nat': 'holds',
    });
  });
});

test('no address runs out', () => {
  const short = drill(small, { accept }).outcomes.flatMap(({ vswitches }) =>
    vswitches.filter(({ missing }) => missing > 0),
  );
  expect(short).toEqual([]);
});
