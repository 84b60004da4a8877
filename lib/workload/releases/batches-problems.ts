import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { batchSize } from './pod-numbers';
import type { BatchRelease } from './release';
import type { Released } from './release-problems';

const EXAMPLE = 'write batches: ["10%", "50%", "100%"]';

/** Everything that is wrong with batches. */
export function batchesProblems(release: BatchRelease, { scale, workload }: Released): Problem[] {
  const { batches, done } = release;
  if (isToken(batches) || isToken(done)) {
    const what = 'batches and done are known only at apply; the Pods of both sets follow from them';
    return [{ code: 'type-invalid', what, value: done, fix: 'write both as values of the program' }];
  }
  return [
    ...(scale.kind === 'fixed'
      ? stepProblems(batches, scale.replicas)
      : scaleProblems(workload.workloadName, scale.kind)),
    ...wholeNumber('done', done ?? null, 0, Math.max(batches.length, 0), 'batches'),
  ];
}

/** A number that somebody else moves cannot be divided. */
function scaleProblems(name: string, kind: 'auto' | 'schedule'): Problem[] {
  const mover = kind === 'auto' ? 'an autoscaler' : 'a schedule';
  const what = `${mover} sets the number of Pods of "${name}", and batches divide a number that Terraform keeps`;
  const fix =
    'write scale: Scale.fixed(n) until the release is over, or Release.canary({ weight }) or blueGreen through an Ingress';
  return [{ code: 'release-scale', what, value: kind, fix }];
}

function stepProblems(batches: readonly (number | string)[], all: number): Problem[] {
  const problem = (what: string, value: unknown): Problem => ({ code: 'release-batches', what, value, fix: EXAMPLE });
  if (isToken(all)) {
    const what = 'the number of Pods is known only at apply, and batches divide it';
    return [
      { code: 'type-invalid', what, value: all, fix: 'write scale: Scale.fixed(3) with a number of the program' },
    ];
  }
  const wrong = batches.filter((batch) => !isBatch(batch));
  if (batches.length === 0 || wrong.length > 0) {
    return batches.length === 0
      ? [problem('batches is empty: there would be no step', batches)]
      : wrong.map((batch) =>
          problem(`batch ${quote(batch)} is neither a number of Pods from 1 nor "1%" to "100%"`, batch),
        );
  }
  const sizes = batches.map((batch) => batchSize(batch, all));
  const same = sizes.findIndex((size, index) => index > 0 && size <= sizes[index - 1]!);
  const last = sizes[sizes.length - 1]!;
  return [
    ...(same > 0
      ? [
          problem(
            `batch ${quote(batches[same])} brings no Pod: ${sizes[same]} of ${all} after ${sizes[same - 1]}`,
            batches[same],
          ),
        ]
      : []),
    ...(last === all ? [] : [problem(`the last batch has ${last} Pods, and the service ${all}`, batches.at(-1))]),
  ];
}

function isBatch(batch: unknown): boolean {
  return typeof batch === 'string' ? /^([1-9]\d?|100)%$/.test(batch) : Number.isInteger(batch) && (batch as number) > 0;
}
