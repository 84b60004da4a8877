import { canonical, type Obj } from '../cty/value';
import { isSimulatedCluster } from '../values/ids';
import { NO_DEFAULTS, planObject, type Defaults } from '../engine/plan';
import { requiresReplace } from '../engine/replace';
import type { TypeFacts } from '../schema/facts';
import { CLUSTER_TYPES } from '../rules/look';
import { wireDiagnostics, wirePaths, type Diagnostic } from '../wire/types';
import { readObj, resourceType, write, type Context, type Session } from './context';
import { readPrivate, writePrivate } from './private-data';
import type { PlanRequest } from './requests';
import { hostIsUnknown } from './session';

/** Providers built on the old SDK: only they may plan defaults that Terraform does not know of. */
const OLD_SDK = ['aliyun/alicloud', 'hashicorp/kubernetes'];

export const isLegacy = ({ mode, source }: Context): boolean => mode === 'sdk' && OLD_SDK.includes(source.address);

const defaultsOf =
  (facts: TypeFacts | undefined): Defaults =>
  (path, shape) => {
    const preset = facts?.attributes?.[path]?.default;
    if (preset === undefined || shape.kind !== 'leaf') {
      return null;
    }
    return shape.type === 'string' ? String(preset) : shape.type === 'number' ? Number(preset) : preset;
  };

/** `kubernetes_manifest` asks the API server while planning: the cluster has to be there. */
function unreachable(context: Context, session: Session, typeName: string): Diagnostic[] {
  if (typeName !== 'kubernetes_manifest') {
    return [];
  }
  const cluster = session.cluster;
  const gone =
    cluster !== undefined &&
    isSimulatedCluster(cluster) &&
    !context.cloud.all(...CLUSTER_TYPES).some(({ id }) => id === cluster);
  return cluster === undefined || gone || hostIsUnknown(session.config)
    ? [
        {
          severity: 'error',
          summary: 'Failed to construct REST client',
          detail:
            'kubernetes_manifest asks the API server while planning, and no cluster answers yet.\nfix: create it in a stack of its own that is applied first, or use a helm_release',
        },
      ]
    : [];
}

/** What would become of a resource. */
export function planCall(context: Context, session: Session, request: PlanRequest): object {
  const type = resourceType(context, request.typeName);
  const prior = readObj(request.priorState);
  const config = readObj(request.config);
  if (readObj(request.proposedNewState) === null || config === null) {
    return { plannedState: write(null), plannedPrivate: request.priorPrivate };
  }
  const refused = unreachable(context, session, request.typeName);
  if (refused.length > 0) {
    return { diagnostics: wireDiagnostics(refused) };
  }
  const legacy = isLegacy(context);
  const planned = planObject(type.shape, config, prior, legacy ? defaultsOf(type.facts) : NO_DEFAULTS);
  const known = readPrivate(request.priorPrivate);
  const replace = prior === null || known.imported ? [] : requiresReplace(type.shape, type.facts, prior, planned);
  return {
    plannedState: write(planned),
    requiresReplace: wirePaths(replace),
    plannedPrivate: writePrivate({ ...known, generation: (known.generation ?? 0) + (changes(prior, planned) ? 1 : 0) }),
    legacyTypeSystem: legacy,
  };
}

const changes = (prior: Obj | null, planned: Obj): boolean => prior === null || canonical(prior) !== canonical(planned);
