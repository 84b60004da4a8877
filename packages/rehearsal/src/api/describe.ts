import type { Rehearsal } from './rehearse';
import type { Step } from './steps';
import type { Message } from './terraform';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function countsOf({ step, counts, skipped }: Step): string {
  if (skipped) {
    return skipped;
  }
  const words = [
    [counts.add, step === 'apply' ? 'added' : 'to add'],
    [counts.change, step === 'apply' || step === 'unprotect' ? 'changed' : 'to change'],
    [counts.remove, step === 'destroy' || step === 'apply' ? 'destroyed' : 'to destroy'],
  ] as const;
  return words
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** One line for a step, and the errors under it. */
export function describeStep(step: Step): string {
  const mark = step.ok ? (step.skipped ? '-' : '✓') : '✗';
  const line = `${mark} ${step.stack}  ${step.step}  ${seconds(step.milliseconds)}  ${countsOf(step)}`.trimEnd();
  const errors = step.messages.filter(({ severity }) => severity === 'error');
  return [line, ...errors.map(describeMessage)].join('\n');
}

function describeMessage({ summary, detail, address }: Message): string {
  const text = `${address ? `${address}: ` : ''}${summary}\n${detail}`.trim();
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** Warnings of all steps, each once. */
export function warningsOf(rehearsal: Rehearsal): string[] {
  const all = rehearsal.steps.flatMap(({ stack, messages }) =>
    messages
      .filter(({ severity }) => severity === 'warning')
      .map(({ summary, detail, address }) => `${stack}: ${address ? `${address}: ` : ''}${summary}: ${detail}`),
  );
  return [...new Set(all)];
}

const CHAIN_SHOWN = 20;

/** The result in a few lines: the order of building, the longest chain, the verdict. */
export function describeRehearsal(rehearsal: Rehearsal): string {
  const { creates, longestChain, steps, ok } = rehearsal;
  const lines: string[] = [];
  if (creates.length > 0) {
    lines.push(`${creates.length} created, in this order:`);
    lines.push(...creates.map(({ type, id }, at) => `  ${String(at + 1).padStart(3)}. ${type} ${id}`));
    lines.push(
      `longest chain (${longestChain.length}): ${longestChain
        .slice(0, CHAIN_SHOWN)
        .map(({ type }) => type)
        .join(' → ')}`,
    );
  }
  const warnings = warningsOf(rehearsal);
  if (warnings.length > 0) {
    lines.push('warnings:', ...warnings.map((warning) => `  ${warning}`));
  }
  const failures = steps.filter((step) => !step.ok);
  const verdict = ok
    ? 'converges'
    : `does not converge: ${failures.map(({ stack, step }) => `${stack} ${step}`).join(', ')}`;
  lines.push(`${ok ? '✓' : '✗'} ${verdict} (${steps.length} steps in ${seconds(rehearsal.milliseconds)})`);
  return lines.join('\n');
}

/** Everything that went wrong, for a failing test. */
export const describeFailures = (rehearsal: Rehearsal): string =>
  rehearsal.steps
    .filter(({ ok }) => !ok)
    .map(describeStep)
    .join('\n');
