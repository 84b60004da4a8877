import { Cloud } from '../src/cloud/cloud';
import { decodeValue, encodeValue } from '../src/cty/msgpack';
import { Unknown, UNKNOWN, type Obj, type Value } from '../src/cty/value';
import { loadBuiltIn } from '../src/schema/load';
import type { Context } from '../src/serve/context';
import { FaultPlan, type Fault } from '../src/serve/faults';
import { Line } from '../src/serve/line';
import type { Call } from '../src/serve/log';
import { Provider } from '../src/serve/provider';
import { shapeOf } from '../src/schema/shape';
import { decodeMessage, encodeMessage } from '../src/wire/codec';
import type { CallName } from '../src/wire/messages';
import { asSent } from './sweep/in-process';

const ALICLOUD = loadBuiltIn('aliyun/alicloud');
const RANDOM = loadBuiltIn('hashicorp/random');

interface Answer {
  readonly upgradedState?: { json: Uint8Array };
  readonly newState?: { msgpack: Uint8Array };
  readonly plannedState?: { msgpack: Uint8Array };
  readonly private?: Uint8Array;
  readonly plannedPrivate?: Uint8Array;
  readonly requiresReplace?: readonly object[];
  readonly imported?: readonly { state: { msgpack: Uint8Array }; private: Uint8Array }[];
  readonly diagnostics?: readonly { severity: number; detail: string; attribute?: object }[];
}

/** A provider that can be asked without a transport. */
function providerOf(source = ALICLOUD, cloud = new Cloud(), faults: readonly Fault[] = []) {
  const calls: Call[] = [];
  const line = new Line(() => undefined);
  const context: Context = {
    source,
    cloud,
    mode: 'strict',
    faults: new FaultPlan(faults),
    line,
    stopping: { now: false },
  };
  const provider = new Provider(context, (call) => calls.push(call));
  const ask = async (call: CallName, request: object): Promise<Answer> =>
    (await provider.answer(call, request, 'peer')) as Answer;
  return { ask, calls, cloud };
}

const wire = (value: Value): { msgpack: Uint8Array } => ({ msgpack: encodeValue(value) });
const value = (message: { msgpack: Uint8Array } | undefined): Obj => decodeValue(message!.msgpack) as Obj;
const vpc = (config: object): Obj => asSent(shapeOf(ALICLOUD.schema.resource_schemas!.alicloud_vpc!.block!), config);

async function create(
  ask: ReturnType<typeof providerOf>['ask'],
  config: Obj,
  typeName = 'alicloud_vpc',
): Promise<Answer> {
  const plan = await ask('PlanResourceChange', {
    typeName,
    priorState: wire(null),
    proposedNewState: wire(config),
    config: wire(config),
  });
  return ask('ApplyResourceChange', {
    typeName,
    priorState: wire(null),
    plannedState: plan.plannedState,
    config: wire(config),
    plannedPrivate: plan.plannedPrivate,
  });
}

describe('the wire', () => {
  test('keeps refined unknowns and large numbers', () => {
    const refined = new Unknown(12, Uint8Array.of(0x81, 0x01, 0xc2));
    const all: Obj = {
      a: UNKNOWN,
      b: refined,
      c: 12345678901234567890n,
      d: 1.5,
      e: '123456789012345678901234567890',
      f: [null, true],
    };
    expect(decodeValue(encodeValue(all))).toEqual(all);
  });
  test('numbers the fields as the protocol does', () => {
    const diagnostic = {
      severity: 1,
      summary: 's',
      detail: 'd',
      attribute: { steps: [{ attributeName: 'a' }, { elementKeyInt: 0 }] },
    };
    const bytes = Buffer.from(encodeMessage('DiagnosticsResponse', { diagnostics: [diagnostic] })).toString('hex');
    expect(bytes).toBe('0a13' + '0801' + '120173' + '1a0164' + '2209' + '0a030a0161' + '0a021800');
    expect(
      decodeMessage<{ diagnostics: { summary: string }[] }>('DiagnosticsResponse', Buffer.from(bytes, 'hex'))
        .diagnostics[0]!.summary,
    ).toBe('s');
  });
});

describe('state', () => {
  test('of this schema version goes back byte by byte', async () => {
    const json = Buffer.from('{"id":"x","n":1234567890123456789012}');
    const { ask } = providerOf();
    const answer = await ask('UpgradeResourceState', {
      typeName: 'alicloud_vpc',
      version: 0,
      rawState: { json, flatmap: {} },
    });
    expect(Buffer.from(answer.upgradedState!.json)).toEqual(json);
  });
  test('of an older one is fitted, without losing digits', async () => {
    const type = Object.entries(RANDOM.schema.resource_schemas!).find(([name]) => name === 'random_password')!;
    expect(type[1].version).toBeGreaterThan(0);
    const json = Buffer.from('{"id":"none","length":12345678901234567890,"gone":true,"result":"r"}');
    const answer = await providerOf(RANDOM).ask('UpgradeResourceState', {
      typeName: 'random_password',
      version: 0,
      rawState: { json, flatmap: {} },
    });
    const upgraded = JSON.parse(Buffer.from(answer.upgradedState!.json).toString()) as Record<string, unknown>;
    expect(upgraded).toMatchObject({ id: 'none', length: '12345678901234567890', result: 'r', keepers: null });
    expect(upgraded).not.toHaveProperty('gone');
  });
  test('of Terraform 0.11 is unflattened', async () => {
    const flatmap = {
      id: 'vpc-1',
      vpc_name: 'a',
      'tags.%': '1',
      'tags.team': 'x',
      'user_cidrs.#': '1',
      'user_cidrs.0': '10.0.0.0/8',
    };
    const answer = await providerOf().ask('UpgradeResourceState', {
      typeName: 'alicloud_vpc',
      version: 0,
      rawState: { json: Buffer.alloc(0), flatmap },
    });
    expect(JSON.parse(Buffer.from(answer.upgradedState!.json).toString())).toMatchObject({
      id: 'vpc-1',
      tags: { team: 'x' },
      user_cidrs: ['10.0.0.0/8'],
      timeouts: null,
    });
  });
});

describe('a resource', () => {
  test('is made, read, and gone after its deletion', async () => {
    const { ask, calls } = providerOf();
    const made = await create(ask, vpc({ vpc_name: 'a', cidr_block: '10.0.0.0/8' }));
    const state = value(made.newState);
    expect(state).toMatchObject({
      vpc_name: 'a',
      route_table_id: expect.stringMatching(/^vtb-/),
      router_id: expect.stringMatching(/^vrt-/),
    });
    const read = { typeName: 'alicloud_vpc', currentState: wire(state), private: made.private };
    expect(value((await ask('ReadResource', read)).newState)).toEqual(state);
    await ask('ApplyResourceChange', {
      typeName: 'alicloud_vpc',
      priorState: wire(state),
      plannedState: wire(null),
      config: wire(null),
      plannedPrivate: made.private,
    });
    expect(value((await ask('ReadResource', read)).newState)).toBeNull();
    expect(calls.map(({ call, action }) => action ?? call)).toEqual([
      'PlanResourceChange',
      'create',
      'ReadResource',
      'delete',
      'ReadResource',
    ]);
  });
  test('equal configurations get different ids, the same in every run', async () => {
    const config = vpc({ vpc_name: 'a' });
    const ids = async (): Promise<Value[]> => {
      const { ask } = providerOf();
      return [value((await create(ask, config)).newState).id!, value((await create(ask, config)).newState).id!];
    };
    const [first, second] = await ids();
    expect(first).not.toBe(second);
    expect(await ids()).toEqual([first, second]);
  });
  test('needs the private data of its plan', async () => {
    const { ask } = providerOf();
    const config = vpc({ vpc_name: 'a' });
    const request = {
      typeName: 'alicloud_vpc',
      priorState: wire(null),
      plannedState: wire(config),
      config: wire(config),
      plannedPrivate: Buffer.alloc(0),
    };
    expect((await ask('ApplyResourceChange', request)).diagnostics![0]!.detail).toContain('private data');
  });
  test('that was made here is imported as it is', async () => {
    const { ask } = providerOf();
    const made = value((await create(ask, vpc({ vpc_name: 'a', cidr_block: '10.0.0.0/8' }))).newState);
    const imported = (await ask('ImportResourceState', { typeName: 'alicloud_vpc', id: made.id })).imported![0]!;
    const read = await ask('ReadResource', {
      typeName: 'alicloud_vpc',
      currentState: imported.state,
      private: imported.private,
    });
    expect(value(read.newState)).toEqual(made);
  });
  test('that nobody made is imported by its id, and its first plan replaces nothing', async () => {
    const { ask } = providerOf();
    const imported = (await ask('ImportResourceState', { typeName: 'alicloud_vswitch', id: 'vsw-real' })).imported![0]!;
    const read = await ask('ReadResource', {
      typeName: 'alicloud_vswitch',
      currentState: imported.state,
      private: imported.private,
    });
    const shape = shapeOf(ALICLOUD.schema.resource_schemas!.alicloud_vswitch!.block!);
    const config = asSent(shape, { cidr_block: '10.0.0.0/24', vpc_id: 'vpc-real', zone_id: 'cn-hangzhou-h' });
    const plan = await ask('PlanResourceChange', {
      typeName: 'alicloud_vswitch',
      priorState: read.newState,
      proposedNewState: wire(config),
      config: wire(config),
      priorPrivate: read.private,
    });
    expect(plan.requiresReplace).toEqual([]);
    expect(value(plan.plannedState).id).toBe('vsw-real');
  });
  test('that waits gives up when Terraform is stopped', async () => {
    const { ask } = providerOf(ALICLOUD, new Cloud(), [{ type: 'alicloud_vpc', on: 'create', delay: 30_000 }]);
    const pending = create(ask, vpc({ vpc_name: 'a' }));
    setTimeout(() => void ask('StopProvider', {}), 100);
    expect((await pending).diagnostics![0]!.detail).toBe('interrupted');
  });
  test('that takes longer than its own timeout fails', async () => {
    const { ask } = providerOf(ALICLOUD, new Cloud(), [{ type: 'alicloud_vpc', on: 'create', delay: 30_000 }]);
    const answer = await create(ask, vpc({ vpc_name: 'a', timeouts: { create: '50ms' } }));
    expect(answer.diagnostics![0]!.detail).toBe('timeout while waiting for alicloud_vpc (after 50 ms)');
  });
});

test('a saved cloud is the same when loaded', async () => {
  const { ask, cloud } = providerOf();
  await create(ask, vpc({ vpc_name: 'a' }));
  expect(Cloud.load(cloud.save()).save()).toBe(cloud.save());
});

test('passwords follow their rules', async () => {
  const shape = shapeOf(RANDOM.schema.resource_schemas!.random_password!.block!);
  const config = asSent(shape, { length: 20, min_numeric: 5, special: true, override_special: '_' });
  const made = value((await create(providerOf(RANDOM).ask, config, 'random_password')).newState);
  expect(made.result).toMatch(/^[a-zA-Z0-9_]{20}$/);
  expect(String(made.result).replace(/\D/g, '').length).toBeGreaterThanOrEqual(5);
});
