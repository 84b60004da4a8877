import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { quantityOf } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { databaseNameProblems } from '../../database/mysql-names';
import { eciSize } from '../../workload/eci/eci-size';
import { fewestReplicas } from '../../workload/replicas';
import { scaleProblems } from '../../workload/scaling/scale-problems';
import { beside } from '../parts/ground-problems';
import { siteProblems } from '../wordpress/site-problems';
import type { ResolvedEnvironment } from './environment-defaults';
import { imageProblems } from './images';

/** Longest name: database, account, balancer and store of logs are called after it. */
const NAME = /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/;

/** Everything that is wrong with an environment and that no part says by itself. */
export function environmentProblems(p: ResolvedEnvironment, region: string): Problem[] {
  const at = `environments.${p.name}.`;
  const scale = scaleProblems(p.scale).map((problem) => ({ ...problem, what: `${at}${problem.what}` }));
  return [
    ...nameProblems(p.name),
    ...siteProblems(p, at),
    ...(scale.length > 0 ? scale : fewProblems(p, at)),
    ...sizeProblems(p, at),
    ...imageProblems(p.image, region, at),
    ...(p.namespace === p.name ? [] : kubernetesNameProblems(`${at}namespace`, p.namespace)),
    ...databaseNameProblems(`${at}databaseName`, p.databaseName),
    ...oneOf(`${at}protection`, p.protection, ['production', 'sandbox']),
    ...wholeNumber(`${at}logDays`, p.logDays, 1, 3650, 'days'),
    ...(p.balancer === undefined ? [] : beside(`${at}address`, p.address, `${at}balancer`, 'which has its address')),
  ];
}

/** Things of two environments that would be one. */
export function sharedProblems(environments: readonly ResolvedEnvironment[]): Problem[] {
  return environments.flatMap((one, index) => {
    const other = environments.slice(0, index).find(({ namespace }) => namespace === one.namespace);
    const what = `environments.${one.name}.namespace ${quote(one.namespace)} is that of environments.${other?.name}`;
    const fix = `write namespace: ${quote(one.name)}, or leave it out`;
    return other === undefined ? [] : [{ code: 'part-conflict' as const, what, value: one.namespace, fix }];
  });
}

function nameProblems(name: string): Problem[] {
  const what = `environments has the name ${quote(name)}, which is not 2 to 24 lower-case letters, digits and hyphens, a letter first`;
  const fix = 'write a name such as "test", "production" or "staging-2"';
  return NAME.test(name) ? [] : [{ code: 'kubernetes-name', what, value: name, fix }];
}

/** With one Pod every update and every lost instance is an outage. */
function fewProblems({ kind, scale }: ResolvedEnvironment, at: string): Problem[] {
  const start = scale.kind === 'schedule' && scale.over === undefined ? (scale.start ?? 1) : Infinity;
  const fewest = Math.min(start, fewestReplicas(scale));
  const what = `${at}scale can come to ${fewest} Pods, and visitors of production are to find two, in different zones`;
  const fix =
    'write min: 2, and replicas and start of at least 2 in a schedule; or make it a WordPressEnvironment.test()';
  return kind === 'test' || fewest >= 2 ? [] : [{ code: 'site-scale', what, value: fewest, fix }];
}

/** Every Pod is on ECI, which sells sizes and bills the next one up. */
function sizeProblems({ requests }: ResolvedEnvironment, at: string): Problem[] {
  const cpu = isToken(requests.cpu) ? undefined : quantityOf(requests.cpu);
  const bytes = isToken(requests.memory) ? undefined : quantityOf(requests.memory);
  if (!cpu || !bytes) {
    return [];
  }
  const memoryGib = bytes / 2 ** 30;
  const size = eciSize({ vcpu: cpu, memoryGib });
  if (size?.vcpu === cpu && size.memoryGib === memoryGib) {
    return [];
  }
  const asked = `${requests.cpu} and ${requests.memory}`;
  const what = `${at}requests of ${asked} are no size of ECI${size ? `, which would bill ${size.vcpu} vCPU and ${size.memoryGib} GiB` : ''}`;
  const near = size ?? { vcpu: 64, memoryGib: 128 };
  const fix = `write requests: { cpu: "${near.vcpu}", memory: "${near.memoryGib}Gi" }`;
  return [{ code: 'site-size', what, value: asked, fix }];
}
