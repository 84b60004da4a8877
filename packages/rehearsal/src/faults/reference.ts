import { pathOf } from '../api/fault-address';
import { unprotect, type StackJson } from '../api/stack-json';
import type { Stack } from '../api/stacks';
import type { Outcome } from '../api/terraform';
import { Cloud, type Thing } from '../cloud/cloud';
import type { Call } from '../serve/log';
import type { FaultAction } from './kinds';
import type { Lane, Moment } from './lane';
import { changeEach, changeOne } from './little-changes';
import { stateWithout, type Recorded, type StateJson } from './state-file';

/** One change of the program to which something may happen. */
export interface FaultTarget {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly provider: string;
  readonly action: FaultAction;
  /** Path of the construct, where cdktf has noted it. */
  readonly path?: string;
}

/** What a run without a fault came to: the measure for all that have one. */
export interface StackReference {
  readonly stack: Stack;
  readonly targets: readonly FaultTarget[];
  /** Where a run stands that is about to make this change. */
  moment(target: FaultTarget): Moment;
  /** The program that makes the change. */
  json(target: FaultTarget): StackJson;
  /** Of the object that the run without a fault had at an address. */
  objectAt(address: string): { readonly id: string; readonly fingerprint?: string } | undefined;
  /** Addresses whose objects are made by such a configuration. */
  madeBy(fingerprint: string): readonly string[];
  /** What the stack has when it is done. */
  readonly addresses: readonly string[];
}

/** Goes through the stacks without a fault, and remembers. */
export async function referenceOf(lane: Lane): Promise<StackReference[]> {
  const references: StackReference[] = [];
  for (const stack of lane.stacks) {
    must(stack, 'init', await lane.init(stack));
  }
  for (const stack of lane.stacks) {
    references.push(await referenceOfStack(lane, stack));
  }
  return references;
}

async function referenceOfStack(lane: Lane, stack: Stack): Promise<StackReference> {
  await lane.cloud.arm([]);
  must(stack, 'apply', await lane.apply(stack));
  const creations = (await lane.cloud.calls()).filter(({ action, id }) => action === 'create' && id !== undefined);
  must(stack, 'second plan', await lane.plan(stack));
  const built = await lane.now();
  const recorded = lane.recorded().filter((one) => one.stack === stack.name);

  const synthesized = lane.work.json(stack);
  const updated = await updatable(lane, stack, synthesized);

  const unprotected = structuredClone(synthesized);
  if (unprotect(unprotected) > 0) {
    lane.write(stack, unprotected);
    must(stack, 'unprotect', await lane.apply(stack));
  }
  const open = await lane.now();
  await lane.cloud.arm([]);
  must(stack, 'destroy', await lane.destroy(stack));
  const deletions = (await lane.cloud.calls()).filter(({ action, id }) => action === 'delete' && id !== undefined);
  lane.work.restore(stack);
  await lane.goTo(built);

  const at = new Map(recorded.map((one) => [one.address, one] as const));
  const targets = targetsOf(recorded, creations, updated, deletions).map((target) => ({
    ...target,
    path: pathOf(resourceAt(synthesized, target.address)),
  }));
  return {
    stack,
    targets,
    addresses: recorded.map(({ address }) => address),
    objectAt: (address) => {
      const one = at.get(address);
      return one && { id: one.id, fingerprint: creations.find((call) => isOf(call, one))?.fingerprint };
    },
    madeBy: (fingerprint) =>
      creations
        .filter((call) => call.fingerprint === fingerprint)
        .flatMap((call) => recorded.filter((one) => isOf(call, one)).map(({ address }) => address)),
    moment: ({ address, action }) => {
      const one = at.get(address)!;
      return action === 'create'
        ? before(built, stack, creations, one)
        : action === 'update'
          ? built
          : after(open, stack, deletions, one);
    },
    json: ({ address, action }) => {
      const json = structuredClone(action === 'delete' ? unprotected : synthesized);
      if (action === 'update') {
        const [type] = namesIn(address);
        changeOne(type, resourceAt(json, address)!, lane.typeOf(type)!);
      }
      return json;
    },
  };
}

const isOf = (call: Call, { type, id }: Recorded): boolean => call.type === type && call.id === id;

function must(stack: Stack, step: string, outcome: Outcome): void {
  const empty = step !== 'second plan' || outcome.code === 0;
  const wrong = outcome.messages.filter(({ severity }) => severity === 'error');
  if (outcome.code !== 0 || !empty) {
    const text = wrong
      .map(({ address, summary, detail }) => `${address ?? ''} ${summary}: ${detail}`.trim())
      .join('\n');
    throw new Error(
      `stack "${stack.name}" fails without any fault, at its ${step}; rehearse it without faults first\n${text}`,
    );
  }
}

/** How many times resources whose little change is refused are left out. */
const PLANS = 3;

/** Addresses at which a little change is made in place. */
async function updatable(lane: Lane, stack: Stack, synthesized: StackJson): Promise<Set<string>> {
  const refused = new Set<string>();
  for (let plan = 0; plan < PLANS; plan++) {
    const changed = structuredClone(synthesized);
    if (changeEach(changed, lane.typeOf, refused).length === 0) {
      return new Set();
    }
    lane.write(stack, changed);
    const { code, planned, messages } = await lane.plan(stack);
    lane.work.restore(stack);
    if (code !== 1) {
      return new Set(planned.filter(({ action }) => action === 'update').map(({ address }) => address));
    }
    messages.forEach(({ severity, address = '' }) => severity === 'error' && refused.add(address.replace(/\[.*$/, '')));
  }
  return new Set();
}

const namesIn = (address: string): readonly [string, string] =>
  address.replace(/\[.*$/, '').split('.') as unknown as readonly [string, string];

const resourceAt = (json: StackJson, address: string): Record<string, unknown> | undefined => {
  const [type, name] = namesIn(address);
  return json.resource?.[type]?.[name];
};

function targetsOf(
  recorded: readonly Recorded[],
  creations: readonly Call[],
  updated: ReadonlySet<string>,
  deletions: readonly Call[],
): FaultTarget[] {
  return recorded
    .filter(({ provider }) => provider !== 'builtin/terraform')
    .flatMap((one) => {
      const actions: readonly (readonly [FaultAction, boolean])[] = [
        ['create', creations.some((call) => isOf(call, one))],
        ['update', updated.has(one.address)],
        ['delete', deletions.some((call) => isOf(call, one))],
      ];
      const { stack, address, type, provider } = one;
      return actions.flatMap(([action, can]) => (can ? [{ stack, address, type, provider, action }] : []));
    });
}

/** A run that has made what came before this one, and nothing of what came after. */
function before(built: Moment, stack: Stack, creations: readonly Call[], one: Recorded): Moment {
  const from = creations.findIndex((call) => isOf(call, one));
  return without(built, stack, creations.slice(from));
}

/** A run that has destroyed what went before this one. */
function after(open: Moment, stack: Stack, deletions: readonly Call[], one: Recorded): Moment {
  const from = deletions.findIndex((call) => isOf(call, one));
  return without(open, stack, deletions.slice(0, from));
}

function without({ cloud: text, states }: Moment, stack: Stack, calls: readonly Call[]): Moment {
  const gone = new Set(calls.map(({ type, id }) => `${type} ${id}`));
  const clusters = new Set(calls.map(({ cluster = '' }) => cluster));
  const isGone = ({ type, id }: Pick<Thing, 'type' | 'id'>): boolean => gone.has(`${type} ${id}`);
  const cloud = Cloud.load(text);
  const state = stateWithout(JSON.parse(states[stack.name]!) as StateJson, isGone);
  return {
    cloud: cloud.without(cloud.everything().filter((thing) => isGone(thing) && clusters.has(thing.cluster))).save(),
    states: { ...states, [stack.name]: JSON.stringify(state) },
  };
}
