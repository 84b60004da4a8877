import { quote, type Problem } from '../../core/errors';
import { capacityProblems, MysqlCapacity } from '../../database/mysql-capacity';
import { beside, groundProblems } from '../parts/ground-problems';
import { addressProblems } from './capacity';
import type { ResolvedEnvironment } from './environment-defaults';
import { environmentProblems, sharedProblems } from './environment-problems';
import { imageProblems } from './images';
import type { WordPressOnServerlessProps } from './serverless-props';

/** Everything that is wrong with the props and that no part says by itself. */
export function serverlessProblems(
  p: WordPressOnServerlessProps,
  environments: readonly ResolvedEnvironment[],
): Problem[] {
  const problems = [
    ...noneProblems(environments),
    ...partProblems(p),
    ...(p.capacity === undefined ? [] : capacityProblems(MysqlCapacity.serverless(p.capacity), 2)),
    ...imageProblems(p.image, p.region, ''),
    ...sharedProblems(environments),
    ...environments.flatMap((one) => environmentProblems(one, p.region)),
    ...unusedProblems(p, environments),
  ];
  const zones = new Set(p.zones).size;
  return problems.length > 0 || zones < 2 ? distinct(problems) : addressProblems(zones, environments);
}

/** The same image, wrong for all, is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({ code, value }, index) =>
      code !== 'registry-region' || problems.findIndex((one) => one.code === code && one.value === value) === index,
  );
}

function noneProblems(environments: readonly ResolvedEnvironment[]): Problem[] {
  const fix = 'write environments: { production: WordPressEnvironment.production() }';
  return environments.length > 0
    ? []
    : [{ code: 'value-missing', what: 'environments is empty', value: environments, fix }];
}

/** Parts that are missing, and props of parts that are given. */
function partProblems(p: WordPressOnServerlessProps): Problem[] {
  const existing = p.cluster !== undefined && typeof p.cluster !== 'function';
  return [
    ...groundProblems(p),
    ...(existing ? kindProblems(p.cluster as { readonly kind?: unknown }) : []),
    ...(p.database === undefined ? [] : beside('capacity', p.capacity, 'database', 'which has its capacity')),
  ];
}

/** Problem with a cluster whose Pods cannot all be on ECI. */
export function kindProblems({ kind }: { readonly kind?: unknown }): Problem[] {
  const what = `cluster is of kind ${quote(kind)}, which has no way to ECI, where all Pods of the sites are`;
  const fix = 'give a ServerlessCluster, or a ManagedCluster of Pro';
  return kind === 'serverless' || kind === 'managed' ? [] : [{ code: 'cluster-kind', what, value: kind, fix }];
}

/** A shared part that every environment does without. */
function unusedProblems(p: WordPressOnServerlessProps, environments: readonly ResolvedEnvironment[]): Problem[] {
  return (['database', 'files'] as const).flatMap((part) => {
    const unused = p[part] !== undefined && environments.length > 0 && environments.every((one) => one[part]);
    const what = `${part} is given for all, and every environment has its own`;
    const fix = `leave ${part} out, there or in an environment`;
    return unused ? [{ code: 'part-conflict' as const, what, value: part, fix }] : [];
  });
}
