import { canonical, type Obj } from '../cty/value';
import { fillUnknown } from '../engine/fill';
import { refusals } from '../rules';
import { inventorFor } from '../values/invent';
import { Seed } from '../values/seed';
import { wireDiagnostics, type Diagnostic } from '../wire/types';
import { readObj, resourceType, write, type Context, type Session, type TypeOf } from './context';
import { faultDiagnostic, faultFor, timeoutFor, waitFor } from './faults';
import { digest, identityOf, placeOf } from './identity';
import { isLegacy } from './plan-call';
import { readPrivate, writePrivate } from './private-data';
import type { ApplyRequest } from './requests';

/** What came of a change, for the log. */
export interface Applied {
  readonly response: object;
  readonly action: 'create' | 'update' | 'delete';
  readonly id: string | undefined;
  readonly values: Obj | null;
}

/** Changes the simulated cloud, or says why not. */
export async function applyCall(context: Context, session: Session, request: ApplyRequest): Promise<Applied> {
  const type = resourceType(context, request.typeName);
  const prior = readObj(request.priorState);
  const planned = readObj(request.plannedState);
  const action = planned === null ? 'delete' : prior === null ? 'create' : 'update';
  const config = readObj(request.config) ?? {};
  const values = planned === null ? prior! : completed(context, session, type, prior, planned, config);

  const fault = faultFor(context.faults, type.name, action);
  const cutShort = await waitFor(fault, context.stopping, timeoutFor(values, action));
  const problems: Diagnostic[] = refusals(
    { action, type: type.name, values, config, prior, cluster: session.cluster },
    context.cloud,
  );
  if (cutShort !== undefined) {
    problems.push(faultDiagnostic(type.name, cutShort));
  } else if (fault?.error !== undefined) {
    problems.push(faultDiagnostic(type.name, fault.error));
  }
  if (action !== 'delete' && request.plannedPrivate.length === 0) {
    problems.push(faultDiagnostic(type.name, 'the private data of the plan did not come back'));
  }
  const done = problems.length === 0 || (fault?.halfMade === true && action !== 'delete');
  if (done) {
    record(context, session, type.name, action, prior, values);
  }
  const state = done ? (action === 'delete' ? null : values) : prior;
  return {
    action,
    id: done ? identityOf(values) : undefined,
    values: done ? values : null,
    response: {
      newState: write(state),
      private:
        action === 'delete' && done
          ? undefined
          : writePrivate({ ...readPrivate(request.plannedPrivate), imported: undefined }),
      diagnostics: wireDiagnostics(problems),
      legacyTypeSystem: isLegacy(context),
    },
  };
}

/** The planned state with everything filled in that the provider computes. */
function completed(
  context: Context,
  session: Session,
  type: TypeOf,
  prior: Obj | null,
  planned: Obj,
  config: Obj,
): Obj {
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
  return fillUnknown(type.shape, planned, invent) as Obj;
}

function record(
  context: Context,
  session: Session,
  type: string,
  action: string,
  prior: Obj | null,
  values: Obj,
): void {
  const place = placeOf(session);
  if (prior !== null && (action === 'delete' || identityOf(prior) !== identityOf(values))) {
    context.cloud.remove(type, identityOf(prior), place);
  }
  if (action !== 'delete') {
    context.cloud.put(type, identityOf(values), values, place);
  }
}
