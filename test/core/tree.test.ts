import { App } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { addTreeCheck, byKey, perTree, runTreeChecks } from '../../lib/core/tree';

function threeIn(app: App): Construct[] {
  return ['a', 'b', 'c'].map((id) => new Construct(app, id));
}

describe('an index over the constructs of a tree', () => {
  test('is built once for all checks of a tree, however many ask', () => {
    const app = new App();
    const build = jest.fn((all: readonly IConstruct[]) => all.length);
    const count = perTree(build);
    const counts: number[] = [];
    threeIn(app).forEach((one) =>
      addTreeCheck(one, (all) => {
        counts.push(count(all));
        return [];
      }),
    );
    runTreeChecks(app);
    expect(build).toHaveBeenCalledTimes(1);
    expect(counts).toEqual([4, 4, 4]);
  });

  test('is built anew for another synthesis, which may see a larger tree', () => {
    const app = new App();
    const counts: number[] = [];
    const count = perTree((all) => all.length);
    addTreeCheck(threeIn(app)[0]!, (all) => {
      counts.push(count(all));
      return [];
    });
    runTreeChecks(app);
    new Construct(app, 'late');
    runTreeChecks(app);
    expect(counts).toEqual([4, 5]);
  });

  test('finds constructs by a key in tree order, without those that have none', () => {
    const app = new App();
    threeIn(app);
    const found = byKey(app.node.findAll(), ({ node: { id } }) =>
      id === '' ? undefined : id === 'b' ? 'odd' : 'even',
    );
    expect([...found].map(([key, all]) => [key, all.map(({ node }) => node.id)])).toEqual([
      ['even', ['a', 'c']],
      ['odd', ['b']],
    ]);
  });
});
