import { type App } from 'cdktf';
import { adoptEverything, byHand, idsOf } from '../support/an-old-shop';
import { SimulatedCloud } from '../support/simulated-cloud';

jest.setTimeout(240_000);

describe('what somebody made in the console', () => {
  let cloud: SimulatedCloud;
  beforeAll(async () => {
    cloud = await SimulatedCloud.start();
    await cloud.apply('console', byHand);
    cloud.forget('console');
  });
  afterAll(() => cloud.stop());

  test('comes under management with a plan that changes nothing', async () => {
    const ids = await idsOf(cloud);
    const plan = await cloud.plan('shop', 'shop-cloud', (app: App) => void adoptEverything(app, ids));
    console.log(plan);
    expect(plan).toMatch(/Plan: \d+ to import, 0 to add, 0 to change, 0 to destroy\./);
  });
});
