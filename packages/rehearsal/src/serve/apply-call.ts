import { takeAlong } from '../cloud/taken-along';
import { canonical, type Obj } from '../cty/value';
import { fillUnknown } from '../engine/fill';
import { refusals } from '../rules';
import { CLUSTER_TYPES } from '../rules/look';
import { inventorFor } from '../values/invent';
import { Seed } from '../values/seed';
import { wireDiagnostics, type Diagnostic } from '../wire/types';
import { readObj, resourceType, write, type Context, type Session, type TypeOf } from './context';
import { errorOf, faultDiagnostic, waitFor, type Fault } from './faults';
import { digest, identityOf, placeOf } from './identity';
import { isLegacy } from './plan-call';
import { readPrivate, writePrivate } from './private-data';
import type { ApplyRequest } from './requests';
import { timeoutFor } from './timeouts';

/** What came of a change, for the log. */
export interface Applied {
  readonly response: object;
  readonly action: 'create' | 'update' | 'delete';
  /** Id of what the cloud made, changed or took away; nothing when it did not. */
  readonly id: string | undefined;
  readonly values: Obj | null;
  /** Of the configuration that creates something. */
  readonly fingerprint?: string;
  /** Whether the cloud did it and Terraform does not learn of it. */
  readonly lost: boolean;
}

interface Made {
  readonly values: Obj;
  readonly seed?: { readonly base: string; readonly use: number };
}

/** Changes the simulated cloud, or says why not. */
export async function applyCall(context: Context, session: Session, request: ApplyRequest): Promise<Applied> {
  const type = resourceType(context, request.typeName);
  const prior = readObj(request.priorState);
  const planned = readObj(request.plannedState);
  const action = planned === null ? 'delete' : prior === null ? 'create' : 'update';
  const config = readObj(request.config) ?? {};
  const made: Made = planned === null ? { values: prior! } : completed(context, session, type, prior, planned, config);
  const { values } = made;
  const fingerprint = action === 'create' ? made.seed?.base : undefined;

  const id = identityOf(prior ?? values);
  const fault = context.faults.strike({ type: type.name, on: action, id, fingerprint, values });
  const cutShort = await waitFor(fault, context.stopping, timeoutFor(values, action));
  const problems: Diagnostic[] = refusals(
    {
      action,
      type: type.name,
      values,
      config,
      prior,
      cluster: session.cluster,
      taken: context.cloud.get(type.name, identityOf(values), placeOf(session)) !== undefined,
    },
    context.cloud,
    context.silenced,
  );
  const said = cutShort ?? errorOf(fault, values);
  if (said !== undefined) {
    problems.push(faultDiagnostic(type.name, said));
  }
  if (action !== 'delete' && request.plannedPrivate.length === 0) {
    problems.push(faultDiagnostic(type.name, 'the private data of the plan did not come back'));
  }
  const halfMade = fault?.halfMade === true && action !== 'delete';
  const does = fault?.made !== false && (problems.length === 0 || (halfMade && action === 'create'));
  if (does) {
    record(context, session, type.name, action, prior, made);
  }
  const answer = (lost: boolean, known: boolean): Applied => ({
    action,
    fingerprint,
    lost,
    id: does ? identityOf(values) : undefined,
    values: does ? values : null,
    response: {
      newState: write(known ? (action === 'delete' ? null : values) : prior),
      private:
        action === 'delete' && known
          ? undefined
          : writePrivate({ ...readPrivate(request.plannedPrivate), imported: undefined }),
      diagnostics: wireDiagnostics(problems),
      legacyTypeSystem: isLegacy(context),
    },
  });
  const lost = problems.length === 0 && (await cut(context, fault));
  if (lost && fault?.cut === 'answer') {
    problems.push(
      faultDiagnostic(type.name, 'read tcp: connection reset by peer; whether the cloud did it is not known'),
    );
  }
  if (action !== 'delete' && (lost || context.line.isCut || (halfMade && action === 'update'))) {
    context.cloud.leaveAstray(type.name, identityOf(values), placeOf(session));
  }
  return answer(lost && does, !lost && (does || halfMade));
}

/** Cuts the call if a fault says so; whether its answer is lost. */
async function cut({ line, stopping }: Context, fault: Fault | undefined): Promise<boolean> {
  if (fault?.cut === undefined) {
    return false;
  }
  if (fault.cut !== 'answer') {
    await line.cut(fault.cut, stopping);
  }
  return fault.cut !== 'interrupt';
}

/** The planned state with everything filled in that the provider computes. */
function completed(
  context: Context,
  session: Session,
  type: TypeOf,
  prior: Obj | null,
  planned: Obj,
  config: Obj,
): Made {
  const base = digest(`${type.name}:${placeOf(session)}:${canonical(config)}`);
  const use = prior === null ? context.cloud.nextUse(base) : 0;
  const invent = inventorFor({
    type: type.name,
    kind: 'resource',
    shape: type.shape,
    facts: type.facts,
    known: planned,
    seed: new Seed(use === 0 ? base : `${base}.${use}`),
    region: session.region,
    find: (id) => context.cloud.find(id),
  });
  const values = fillUnknown(type.shape, planned, invent) as Obj;
  return prior === null ? { values, seed: { base, use } } : { values };
}

function record(
  context: Context,
  session: Session,
  type: string,
  action: string,
  prior: Obj | null,
  { values, seed }: Made,
): void {
  const place = placeOf(session);
  if (prior !== null && (action === 'delete' || identityOf(prior) !== identityOf(values))) {
    context.cloud.remove(type, identityOf(prior), place);
    if (CLUSTER_TYPES.includes(type)) {
      takeAlong(context.cloud, prior);
    }
  }
  if (action !== 'delete') {
    context.cloud.put(type, identityOf(values), values, place, seed);
  }
}
