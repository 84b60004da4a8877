import type { StackJson } from '../api/stack-json';
import type { Message, Outcome } from '../api/terraform';
import type { Thing } from '../cloud/cloud';
import type { Fault } from '../serve/faults';
import type { Call } from '../serve/log';
import { disagreements, forgotten, imbalance, isHarmless, type Inventory } from './inventory';
import type { KindOfFault } from './kinds';
import type { Lane } from './lane';
import type { FaultTarget, StackReference } from './reference';
import type { Orphan, Trial } from './trial';

interface Attempt {
  readonly outcome: Outcome;
  /** Nothing when all is as it should be. */
  readonly problems: readonly string[];
}

type Result = Pick<Trial, 'recovery' | 'orphans' | 'problems'>;

/** The run that is struck, the books afterwards, and the way back. */
export class OneTrial {
  private readonly json: StackJson;
  private readonly calls: Call[] = [];
  private before: readonly Thing[] = [];

  constructor(
    private readonly lane: Lane,
    private readonly reference: StackReference,
    private readonly target: FaultTarget,
    private readonly kind: KindOfFault,
  ) {
    this.json = reference.json(target);
  }

  async run(): Promise<Result> {
    const { lane, kind } = this;
    const moment = this.reference.moment(this.target);
    await lane.goTo(moment);
    lane.write(this.reference.stack, this.json);
    this.before = (await lane.inventory()).things;

    await lane.cloud.arm([this.fault()]);
    const struck = await this.command();
    const strikes = await lane.cloud.struck();
    await this.keepCalls();
    if (kind.unsaved) {
      await lane.goTo({ ...moment, cloud: (await lane.now()).cloud });
    }
    const inventory = await lane.inventory();
    const orphans = forgotten(inventory);
    const problems = [...this.strikeProblems(strikes, struck), ...this.orphanProblems(orphans)];

    if (kind.passes) {
      const ended = await this.judge(struck);
      return { recovery: ended.length === 0 ? 'none' : 'failed', orphans: [], problems: [...problems, ...ended] };
    }
    const recovered = await this.recover(orphans);
    return { ...recovered, problems: [...problems, ...recovered.problems] };
  }

  private fault(): Fault {
    const { type, action, address } = this.target;
    const object = this.reference.objectAt(address);
    const which = action === 'create' ? { fingerprint: object?.fingerprint } : { id: object?.id };
    return { type, on: action, nth: 1, ...which, ...this.kind.fault };
  }

  private async command(): Promise<Outcome> {
    const { lane, target, reference } = this;
    return target.action === 'delete' ? lane.destroy(reference.stack) : lane.apply(reference.stack);
  }

  private async keepCalls(): Promise<void> {
    this.calls.push(...(await this.lane.cloud.calls()));
    await this.lane.cloud.arm([]);
  }

  /** The fault has to happen, and to be felt. */
  private strikeProblems(strikes: number, { code }: Outcome): string[] {
    if (strikes !== 1) {
      return [`the fault struck ${strikes} times instead of once: the run never made this change`];
    }
    return code === 0 && !this.kind.passes && this.kind.kind !== 'interrupted'
      ? ['Terraform did not notice the fault']
      : [];
  }

  /** Forgotten may be what was in flight, and nothing else; with an unsaved state, what this run has made. */
  private orphanProblems(orphans: readonly Thing[]): string[] {
    const names = (all: readonly { type?: string; id?: string }[]): string[] =>
      all.map(({ type, id }) => `${type} ${id}`).sort();
    const inFlight = this.calls
      .filter(({ action, id }) => action === 'create' && id !== undefined)
      .filter(({ type, lost }) => (lost || this.kind.unsaved) && !inState(type!));
    const [left, lost] = [names(orphans), names(inFlight)];
    return [
      ...left.filter((one) => !lost.includes(one)).map((one) => `${one} is forgotten, and was not in flight`),
      ...lost.filter((one) => !left.includes(one)).map((one) => `${one} was in flight, and is not forgotten`),
    ];
  }

  private async recover(orphans: readonly Thing[]): Promise<Result> {
    const { lane } = this;
    // Asked before the same command is run again: it may find each a place.
    const addresses = new Map(orphans.map((thing) => [thing, this.addressOf(thing)] as const));
    const afterFault = await lane.now();
    const again = await this.attempt();
    if (orphans.length === 0) {
      return again.problems.length === 0 ? { recovery: 'again', orphans: [], problems: [] } : await this.untaint(again);
    }
    const found = orphans.map((thing) => this.orphanOf(thing, addresses.get(thing), again.outcome));
    if (again.problems.length === 0) {
      return { recovery: 'again', orphans: found, problems: [] };
    }
    this.calls.length = 0;
    await lane.goTo(afterFault);
    this.before = (await lane.inventory()).things;
    const helped = await this.importing(found);
    return { recovery: helped.length === 0 ? 'import' : 'failed', orphans: found, problems: helped };
  }

  /** A forgotten thing, and what the same command has done about it. */
  private orphanOf({ type, id }: Thing, address: string | undefined, { messages }: Outcome): Orphan {
    const now = this.lane.recorded().find((one) => one.address === address);
    const unaided = now?.id === id ? 'set again' : now !== undefined ? 'made twice' : 'refused';
    const refused = messages.some((one) => one.severity === 'error' && one.address === address);
    return { type, id, ...(address ? { address } : {}), unaided: refused ? 'refused' : unaided };
  }

  /** The same command once more; what is wrong afterwards. */
  private async attempt(): Promise<Attempt> {
    const outcome = await this.command();
    await this.keepCalls();
    return { outcome, problems: await this.judge(outcome) };
  }

  /** A protected object that is half made can neither be used nor be replaced: whoever finds it whole says so. */
  private async untaint(failed: Attempt): Promise<Result> {
    const { lane, reference, target } = this;
    const tainted = lane.recorded().filter((one) => one.tainted && one.address === target.address);
    const isProtected = failed.outcome.messages.some(({ detail }) =>
      /DeletionProtection|Protected|prevent_destroy/i.test(detail),
    );
    if (tainted.length === 0 || !isProtected) {
      return { recovery: 'failed', orphans: [], problems: failed.problems };
    }
    await lane.run(reference.stack, 'untaint', target.address);
    const { problems } = await this.attempt();
    return { recovery: problems.length === 0 ? 'untaint' : 'failed', orphans: [], problems };
  }

  /** Import blocks for what is forgotten. Settings need none: they are set again. */
  private async importing(orphans: readonly Orphan[]): Promise<readonly string[]> {
    const needed = orphans.filter(({ type }) => !isHarmless(type));
    const unknown = needed.filter(({ address }) => address === undefined);
    if (unknown.length > 0) {
      return unknown.map(({ type, id }) => `nobody knows for which resource ${type} ${id} was made`);
    }
    const blocks = needed.map(({ address, id }) => ({ to: address!, id }));
    this.lane.write(this.reference.stack, { ...this.json, import: [...(this.json.import ?? []), ...blocks] });
    const { problems } = await this.attempt();
    this.lane.write(this.reference.stack, this.json);
    // The blocks may go once they have done their work.
    return problems.length === 0 ? this.planProblems() : problems;
  }

  /** Whether the program is where it should be: everything there once, known, and nothing left to do. */
  private async judge(outcome: Outcome): Promise<string[]> {
    if (outcome.code !== 0) {
      return outcome.messages.filter(({ severity }) => severity === 'error').map(textOf);
    }
    const inventory = await this.lane.inventory();
    return [
      ...disagreements(inventory, (thing) => this.addressOf(thing)).map(({ text }) => text),
      ...imbalance(this.before, this.calls, inventory.things),
      ...this.extentProblems(inventory),
      ...(this.target.action === 'delete' ? [] : await this.planProblems()),
    ];
  }

  private async planProblems(): Promise<string[]> {
    const { code, planned, messages } = await this.lane.plan(this.reference.stack);
    const errors = messages.filter(({ severity }) => severity === 'error').map(textOf);
    return code === 2 ? planned.map(({ address, action }) => `the next plan would ${action} ${address}`) : errors;
  }

  /** Destroyed means that nothing is left; applied, that everything is there. */
  private extentProblems({ recorded }: Inventory): string[] {
    const { stack, addresses } = this.reference;
    const has = recorded.filter((one) => one.stack === stack.name).map(({ address }) => address);
    return this.target.action === 'delete'
      ? has.map((address) => `${address} is left after the destroy`)
      : addresses.filter((address) => !has.includes(address)).map((address) => `${address} was never made`);
  }

  /** The resource that a thing was made for. */
  private addressOf(thing: Thing): string | undefined {
    const object = this.reference.objectAt(this.target.address);
    if (thing.seed && thing.seed.base === object?.fingerprint && thing.type === this.target.type) {
      return this.target.address;
    }
    const known = new Set(this.lane.recorded().map(({ address }) => address));
    const made = thing.seed ? this.reference.madeBy(thing.seed.base) : [];
    return made.find((address) => !known.has(address)) ?? made[0];
  }
}

const inState = (type: string): boolean => type.startsWith('random_');

const textOf = ({ address, summary, detail }: Message): string =>
  `${address ? `${address}: ` : ''}${summary}: ${detail.split('\n')[0]}`;
