import { parseExactly } from '../cty/json';
import { isSimulatedCluster } from '../values/ids';
import type { Obj, Value } from '../cty/value';
import { answerQuery } from '../engine/fill';
import { fitState, unflatten } from '../engine/fit';
import { CLUSTER_TYPES } from '../rules/look';
import type { Shape } from '../schema/shape';
import { asImported } from '../schema/unread';
import { inventorFor } from '../values/invent';
import { Seed } from '../values/seed';
import { canonical } from '../cty/value';
import { toNumber, wireDiagnostics, type Diagnostic } from '../wire/types';
import { dataType, readObj, resourceType, write, type Context, type Session } from './context';
import { errorOf, faultDiagnostic } from './faults';
import { digest, identityOf, placeOf } from './identity';
import { readPrivate, writePrivate } from './private-data';
import type { ImportRequest, ReadDataRequest, ReadRequest, UpgradeRequest } from './requests';

/** A state of this schema version goes back byte by byte; an older one is fitted. */
export function upgradeCall(context: Context, request: UpgradeRequest): object {
  const type = resourceType(context, request.typeName);
  const flat = Object.keys(request.rawState.flatmap ?? {}).length > 0;
  if (!flat && toNumber(request.version) === type.version) {
    return { upgradedState: { json: request.rawState.json } };
  }
  const old = flat
    ? unflatten(type.shape, request.rawState.flatmap)
    : parseExactly(Buffer.from(request.rawState.json).toString('utf8'));
  return { upgradedState: { json: Buffer.from(JSON.stringify(fitState(type.shape, old))) } };
}

/** Reads a resource back: what the state says, unless the simulated cloud has lost it, or changed it unheard. */
export function readCall(context: Context, session: Session, request: ReadRequest): object {
  const state = readObj(request.currentState);
  const remembered = readPrivate(request.private);
  if (state === null) {
    return { newState: write(null), private: request.private };
  }
  const id = identityOf(state);
  const fault = context.faults.strike({ type: request.typeName, on: 'read', id, values: state });
  const said = errorOf(fault, state);
  if (said !== undefined) {
    return {
      newState: request.currentState,
      diagnostics: wireDiagnostics([faultDiagnostic(request.typeName, said)]),
      private: request.private,
    };
  }
  const place = placeOf(session);
  if (context.cloud.wasDeleted(request.typeName, id, place)) {
    return { newState: write(null) };
  }
  const thing = context.cloud.get(request.typeName, id, place);
  if (remembered.imported) {
    const values = thing
      ? asImported(request.typeName, resourceType(context, request.typeName).shape, thing.values)
      : inventImported(context, session, request.typeName, state);
    return { newState: write(values), private: writePrivate({ imported: thing === undefined }) };
  }
  if (!thing && session.cluster && isMadeHere(context, session.cluster)) {
    // All that is in a cluster of this cloud's making is known: this object is in another one.
    return { newState: write(null) };
  }
  if (!thing) {
    // Made in an earlier run: the state is all that is known of it.
    context.cloud.put(request.typeName, id, state, place);
  }
  // After a change whose answer was lost, the cloud knows better than the state.
  const better = thing && context.cloud.isAstray(request.typeName, id, place);
  return { newState: better ? write(thing.values) : request.currentState, private: request.private };
}

/** Whether a cluster was created in this cloud, rather than found in a state. */
const isMadeHere = ({ cloud }: Context, cluster: string): boolean =>
  cloud.all(...CLUSTER_TYPES).some(({ id, seed }) => id === cluster && seed !== undefined);

/** Computed values of an imported thing that nobody made here. */
function inventImported(context: Context, session: Session, typeName: string, state: Obj): Obj {
  const { shape, facts } = resourceType(context, typeName);
  const seed = new Seed(digest(`${typeName}:import:${String(state.id)}`));
  const invent = inventorFor({
    type: typeName,
    kind: 'resource',
    shape,
    facts,
    known: state,
    seed,
    region: session.region,
    find: (id) => context.cloud.find(id),
  });
  const values: Obj = { ...state };
  for (const [name, field] of shape.fields) {
    if ((values[name] ?? null) === null && field.attribute?.computed && !field.attribute.optional) {
      values[name] = invent(name, field.shape);
    }
  }
  return values;
}

/** A state that holds only the id; reading completes it. */
export function importCall(context: Context, request: ImportRequest): object {
  const { shape } = resourceType(context, request.typeName);
  const state = emptyOf(shape) as Obj;
  if (shape.fields.has('id')) {
    state.id = request.id;
  }
  return { imported: [{ typeName: request.typeName, state: write(state), private: writePrivate({ imported: true }) }] };
}

const emptyOf = (shape: Shape & { kind: 'object' }): Value =>
  Object.fromEntries(
    [...shape.fields].map(([name, field]) => {
      const repeated = field.shape.kind === 'list' || field.shape.kind === 'set';
      return [name, field.kind !== 'block' ? null : repeated ? [] : field.shape.kind === 'map' ? {} : null] as const;
    }),
  );

/** What a data source answers: what was asked for, completed. */
export function readDataCall(context: Context, session: Session, request: ReadDataRequest): object {
  const type = dataType(context, request.typeName);
  const config = readObj(request.config) ?? {};
  const problems = credentialProblems(context, request.typeName, config);
  if (problems.length > 0) {
    return { diagnostics: wireDiagnostics(problems) };
  }
  const seed = new Seed(digest(`data:${type.name}:${placeOf(session)}:${canonical(config)}`));
  const find = (id: string): Obj | undefined => context.cloud.find(id);
  const invent = inventorFor({
    type: type.name,
    kind: 'data',
    shape: type.shape,
    facts: type.facts,
    known: config,
    seed,
    region: session.region,
    find,
  });
  return { state: write(answerQuery(type.shape, config, invent)) };
}

/** A credential is fetched of a cluster that exists. */
function credentialProblems({ cloud }: Context, typeName: string, config: Obj): Diagnostic[] {
  const id = config.cluster_id;
  return typeName === 'alicloud_cs_cluster_credential' &&
    isSimulatedCluster(id) &&
    !cloud.all(...CLUSTER_TYPES).some((one) => one.id === id)
    ? [
        {
          severity: 'error',
          summary: 'ErrorClusterNotFound',
          detail: `cluster ${id} does not exist`,
          path: ['cluster_id'],
        },
      ]
    : [];
}
