import type { App } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { IMPORT_IDS } from '../../lib/core/adoption/import-ids';
import { everyKind } from '../support/every-kind';
import { SimulatedCloud, sumOf } from '../support/simulated-cloud';

jest.setTimeout(400_000);

interface State {
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

interface Resource extends IConstruct {
  readonly terraformResourceType?: string;
  readonly friendlyUniqueId?: string;
}

/** Import ids of a state's resources, by address, where their type is imported. */
function idsIn(states: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const all = Object.entries(states).flatMap(([stack, text]) =>
    (JSON.parse(text) as State).resources.map((one) => ({ ...one, stack })),
  );
  return new Map(
    all
      .filter(({ mode, type }) => mode === 'managed' && typeof IMPORT_IDS[type] === 'string')
      .map(({ stack, type, name, instances: [first] }) => {
        const { id, namespace } = first!.attributes as { id: string; namespace?: string };
        return [`${stack} ${type}.${name}`, type === 'helm_release' ? `${namespace}/${id}` : id];
      }),
  );
}

/** Takes over every resource of a program that has an id. */
function adoptAll(app: App, ids: ReadonlyMap<string, string>): void {
  app.node.children.forEach((stack) =>
    (stack.node.findAll() as Resource[]).forEach((one) => {
      const id = ids.get(`${stack.node.id} ${one.terraformResourceType}.${one.friendlyUniqueId}`);
      if (id !== undefined) {
        Adopt.resource(one, id);
      }
    }),
  );
}

test('a program whose state is lost gets everything back by import, and changes nothing', async () => {
  const cloud = await SimulatedCloud.start();
  try {
    await cloud.apply('shop', everyKind);
    const ids = idsIn(cloud.states('shop'));
    const types = new Set([...ids.keys()].map((key) => key.replace(/^\S+ (\w+)\..*/, '$1')));
    expect([...types].filter((type) => type.startsWith('alicloud_')).length).toBeGreaterThan(30);
    expect([...types].filter((type) => type.startsWith('kubernetes_')).length).toBeGreaterThan(15);

    cloud.loseStates('shop');
    const again = (app: App): void => {
      everyKind(app);
      adoptAll(app, ids);
    };
    for (const stack of ['shop-cloud', 'shop-apps']) {
      const plan = await cloud.plan('shop', stack, again);
      const changed = [...plan.matchAll(/^ {2}# (\w+)\.\S+ (will be created|will be updated|must be replaced)/gm)];
      const what = changed.map(([, type, how]) => [type, how] as const);
      // Passwords are drawn anew, and told; what has no import is created, which changes nothing of what is there.
      expect(what.filter(([type, how]) => how !== 'will be created' && type !== 'kubernetes_secret_v1')).toEqual([]);
      const created = what.filter(([, how]) => how === 'will be created').map(([type]) => type!);
      expect(created.filter((type) => typeof IMPORT_IDS[type] === 'string')).toEqual([]);
      expect(sumOf(plan)).toMatch(/Plan: [1-9]\d+ to import, \d to add, \d to change, 0 to destroy\.$/);
      await cloud.apply('shop', again, [stack]);
      expect(sumOf(await cloud.plan('shop', stack, again))).toMatch(/^No changes\./);
    }
  } finally {
    await cloud.stop();
  }
});
