import { Cloud } from '../../src/cloud/cloud';
import { decodeValue, encodeValue } from '../../src/cty/msgpack';
import { canonical, hasUnknown, isList, isObj, UNKNOWN, type Obj, type Value } from '../../src/cty/value';
import { canonicalOf } from '../../src/engine/equal';
import { fitState } from '../../src/engine/fit';
import type { ProviderSource } from '../../src/schema/load';
import { shapeOf, type Shape } from '../../src/schema/shape';
import { applyCall } from '../../src/serve/apply-call';
import type { Context, Session } from '../../src/serve/context';
import { FaultPlan } from '../../src/serve/faults';
import { Line } from '../../src/serve/line';
import { planCall } from '../../src/serve/plan-call';
import { readDataCall } from '../../src/serve/state-calls';
import { configure, type Fill } from './configuration';

const SESSION: Session = { region: 'cn-hangzhou', cluster: 'elsewhere', config: { host: 'https://elsewhere.invalid' } };

const EMPTY = new Uint8Array();

interface Answer {
  readonly plannedState?: { msgpack: Uint8Array };
  readonly plannedPrivate?: Uint8Array;
  readonly newState?: { msgpack: Uint8Array };
  readonly state?: { msgpack: Uint8Array };
  readonly private?: Uint8Array;
  readonly diagnostics?: readonly { severity: number; detail: string }[];
}

const wire = (value: Value): { msgpack: Uint8Array } => ({ msgpack: encodeValue(value) });

/** The configuration as Terraform would send it: every attribute there, values of dynamic type with their type. */
export function asSent(shape: Shape, config: unknown): Obj {
  return withDynamic(shape, fitState(shape, config) as Value) as Obj;
}

function withDynamic(shape: Shape, value: Value): Value {
  if (value === null) {
    return null;
  }
  if (shape.kind === 'leaf') {
    return shape.type === 'dynamic' ? [Buffer.from('["object",{"kind":"string"}]'), value] : value;
  }
  if (shape.kind === 'object' && isObj(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, withDynamic(shape.fields.get(name)!.shape, one)]),
    );
  }
  if (isList(value) && (shape.kind === 'list' || shape.kind === 'set')) {
    return value.map((one) => withDynamic(shape.of, one));
  }
  return value;
}

/** Every attribute of the top unknown; write-only ones and blocks stay. */
function allUnknown(shape: Shape & { kind: 'object' }, config: Obj): Obj {
  return Object.fromEntries(
    Object.entries(config).map(([name, one]) => {
      const attribute = shape.fields.get(name)!.attribute;
      return [name, one !== null && attribute && !attribute.write_only ? UNKNOWN : one];
    }),
  );
}

/** Takes one type through a life: made, planned again, changed, planned again. Returns what went against the protocol. */
export async function live(source: ProviderSource, type: string, fill: Fill, unknown: boolean): Promise<string[]> {
  const schema = source.schema.resource_schemas![type]!;
  const shape = shapeOf(schema.block ?? {});
  const facts = source.facts.resources?.[type];
  const context: Context = {
    source,
    cloud: new Cloud(),
    mode: 'strict',
    faults: new FaultPlan(),
    line: new Line(() => undefined),
    stopping: { now: false },
  };
  const wrong: string[] = [];
  let state: Value = null;
  let data: Uint8Array = EMPTY;

  for (const changed of [false, true]) {
    const config = asSent(shape, configure(type, schema.block ?? {}, facts, fill, changed));
    const plan = (as: Obj): Answer =>
      planCall(context, SESSION, {
        typeName: type,
        priorState: wire(state),
        proposedNewState: wire(as),
        config: wire(as),
        priorPrivate: data,
      });
    if (unknown) {
      wrong.push(
        ...unlikeConfig(
          shape,
          allUnknown(shape, config),
          decodeValue(plan(allUnknown(shape, config)).plannedState!.msgpack) as Obj,
        ),
      );
    }
    const planned = plan(config);
    wrong.push(...unlikeConfig(shape, config, decodeValue(planned.plannedState!.msgpack) as Obj));
    const request = {
      typeName: type,
      priorState: wire(state),
      plannedState: planned.plannedState!,
      config: wire(config),
      plannedPrivate: planned.plannedPrivate!,
    };
    const { response } = await applyCall(context, SESSION, request);
    const applied = response as Answer;
    wrong.push(...(applied.diagnostics ?? []).map(({ detail }) => detail));
    state = decodeValue(applied.newState!.msgpack);
    data = applied.private ?? EMPTY;
    if (hasUnknown(state)) {
      wrong.push('something stayed unknown');
    }
    if (!agrees(decodeValue(planned.plannedState!.msgpack), state)) {
      wrong.push('a planned value came out different');
    }
    const again = plan(config);
    if (canonicalOf(shape, decodeValue(again.plannedState!.msgpack)) !== canonicalOf(shape, state)) {
      wrong.push(`the next plan is not empty${changed ? ' after the change' : ''}`);
    }
  }
  return wrong;
}

/** Reads a data source twice. */
export function query(source: ProviderSource, type: string, fill: Fill): string[] {
  const schema = source.schema.data_source_schemas![type]!;
  const shape = shapeOf(schema.block ?? {});
  const config = asSent(shape, configure(type, schema.block ?? {}, source.facts.dataSources?.[type], fill, false));
  const context: Context = {
    source,
    cloud: new Cloud(),
    mode: 'strict',
    faults: new FaultPlan(),
    line: new Line(() => undefined),
    stopping: { now: false },
  };
  const ask = (): Value =>
    decodeValue((readDataCall(context, SESSION, { typeName: type, config: wire(config) }) as Answer).state!.msgpack);
  const answer = ask();
  return [
    ...(hasUnknown(answer) ? ['something stayed unknown'] : []),
    ...(canonical(answer) === canonical(ask()) ? [] : ['two answers differ']),
    ...unlikeConfig(shape, config, answer as Obj),
  ];
}

/** Terraform's rule: what is configured stays, what is not configured and not computed stays null. */
function unlikeConfig(shape: Shape & { kind: 'object' }, config: Obj, planned: Obj, path = ''): string[] {
  return [...shape.fields].flatMap(([name, field]) => {
    const at = path + name;
    const asked = config[name] ?? null;
    const got = planned[name];
    if (got === undefined) {
      return [`${at} is missing`];
    }
    if (asked === null) {
      return field.attribute?.computed || got === null ? [] : [`${at} was not configured`];
    }
    if (field.attribute?.write_only) {
      return got === null ? [] : [`${at} is write-only`];
    }
    if (!field.deep) {
      return canonicalOf(field.shape, asked) === canonicalOf(field.shape, got) ? [] : [`${at} is not as configured`];
    }
    const inner =
      field.shape.kind === 'object'
        ? field.shape
        : field.shape.kind === 'leaf' || field.shape.kind === 'tuple'
          ? undefined
          : field.shape.of;
    const asks = isList(asked) ? asked : [asked];
    const gots = isList(got) ? got : [got];
    return inner?.kind === 'object' && asks.length === gots.length
      ? asks.flatMap((one, index) =>
          isObj(one) && field.shape.kind !== 'map' ? unlikeConfig(inner, one, gots[index] as Obj, `${at}.`) : [],
        )
      : asks.length === gots.length
        ? []
        : [`${at} has another length`];
  });
}

/** Everything known in the plan is in the result. */
function agrees(planned: Value, result: Value): boolean {
  if (planned === null || typeof planned !== 'object' || planned instanceof Uint8Array) {
    return canonical(planned) === canonical(result);
  }
  if (isList(planned)) {
    return isList(result) && planned.length === result.length && planned.every((one, at) => agrees(one, result[at]!));
  }
  return isObj(planned)
    ? isObj(result) && Object.entries(planned).every(([name, one]) => agrees(one, result[name] ?? null))
    : true;
}
