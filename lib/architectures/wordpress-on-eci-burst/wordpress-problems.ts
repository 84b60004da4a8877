import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { beside, groundProblems } from '../parts/ground-problems';
import { siteProblems } from '../wordpress/site-problems';
import { nodePlanProblems } from './capacity';
import type { ResolvedWordPress } from './wordpress-defaults';

/** Everything that is wrong with the props and that no part says by itself. */
export function wordpressProblems(p: ResolvedWordPress): Problem[] {
  const problems = ownProblems(p);
  return problems.length > 0 ? problems : nodeProblems(p);
}

/** Nodes are planned for the Pods that always run; what speaks against a plan is said of the props that it is made from. */
function nodeProblems({ cluster, nodes, zones = [], requests, scale }: ResolvedWordPress): Problem[] {
  if (cluster !== undefined || nodes !== undefined || zones.length < 2 || new Set(zones).size < zones.length) {
    return [];
  }
  const fix = 'lower requests, or name nodes that hold them: nodes: { instanceTypes: [...], size: 6 }';
  return nodePlanProblems({ zones, requests, ...scale }).map((problem) =>
    problem.code.startsWith('sizing-') ? { ...problem, fix } : problem,
  );
}

function ownProblems(p: ResolvedWordPress): Problem[] {
  return [...partProblems(p), ...siteProblems(p), ...scaleProblems(p)];
}

/** Parts that are missing, and props of parts that are given. */
function partProblems(p: ResolvedWordPress): Problem[] {
  return [
    ...groundProblems(p),
    ...(p.balancer === undefined ? [] : beside('address', p.address, 'balancer', 'which has its address')),
  ];
}

function scaleProblems({ scale: { onNodes, max, cpuPercent, peaks } }: ResolvedWordPress): Problem[] {
  const numbers = [
    ...wholeNumber('scale.onNodes', onNodes, 2, 500, 'Pods'),
    ...wholeNumber('scale.max', max, 2, 1000, 'Pods'),
    ...wholeNumber('scale.cpuPercent', cpuPercent, 1, 100, 'percent'),
  ];
  const few = `scale.max ${max} is below scale.onNodes ${onNodes}, which always run`;
  const order: Problem = { code: 'site-scale', what: few, value: max, fix: `write max: ${onNodes}, or more` };
  return numbers.length > 0 ? numbers : [...(max < onNodes ? [order] : []), ...peakProblems(peaks, onNodes, max)];
}

/** A peak outside of the limits would leave the pool of nodes and the addresses behind. */
function peakProblems(peaks: ResolvedWordPress['scale']['peaks'], onNodes: number, max: number): Problem[] {
  return peaks.flatMap((peak, index) => {
    const { replicas } = Object(peak) as { replicas?: unknown };
    const what = `scale.peaks[${index}].replicas ${quote(replicas)} is not between onNodes ${onNodes} and max ${max}`;
    const fits = typeof replicas === 'number' && replicas >= onNodes && replicas <= max;
    return fits ? [] : [{ code: 'site-scale' as const, what, value: replicas, fix: `write replicas: ${max}` }];
  });
}
