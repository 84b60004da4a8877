import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, listOf, text } from '../../core/forms';
import type { EciUse } from '../../core/workload';
import type { LogSourceData } from './log-source';

/** Who tells the agent what to collect, as plain data. Create one with {@link LogCollection}. */
export type LogCollectionData = { readonly kind: 'environment' } | ({ readonly kind: 'pipeline' } & PipelineOptions);

/** What a pipeline does with lines before it sends them. */
export interface PipelineOptions {
  /**
   * Regular expression of the first line of an entry, for entries of several lines such as traces of exceptions:
   * `\\d{4}-\\d{2}-\\d{2} .*`.
   * @default none: every line is an entry
   */
  readonly firstLine?: string;
  /** Whether an entry is one JSON object, whose members become fields. @default 'text' - the entry is the field `content` */
  readonly format?: 'text' | 'json';
  /** Further processors of the agent, after those, as its pages describe them; nothing here checks them. @default none */
  readonly processors?: readonly object[];
}

/** Who tells the agent what to collect. */
export const LogCollection = Object.freeze({
  /**
   * Variables of the container, read when it is made. Works everywhere, and is the only way on ECI, where no agent runs
   * beside Pods. A change replaces the Pods.
   */
  environment: (): LogCollectionData => Object.freeze({ kind: 'environment' }),
  /**
   * An object of the cluster, read at any time: a change replaces no Pod, and entries can be taken apart. For Pods on nodes
   * only.
   */
  pipeline: (options: PipelineOptions = {}): LogCollectionData => Object.freeze({ ...options, kind: 'pipeline' }),
});

/** The form of a way. */
export const LOG_COLLECTION_FORM = choiceOf(
  { environment: {}, pipeline: { firstLine: text, format: any, processors: listOf(any) } },
  'LogCollection.environment(), LogCollection.pipeline()',
);

/**
 * The way where nobody chose: variables in a cluster whose Pods can land on ECI, since any workload may come to burst
 * there, an object in one of nodes only.
 */
export function usualCollection({ kind, virtualNode }: Pick<ICluster, 'kind' | 'virtualNode'>): LogCollectionData {
  return kind === 'serverless' || virtualNode !== undefined ? LogCollection.environment() : LogCollection.pipeline();
}

/** Problems of a way with where the Pods are and with what is collected. */
export function collectionProblems(by: LogCollectionData, source: LogSourceData, eci: EciUse): Problem[] {
  return by.kind === 'pipeline'
    ? [...pipelineProblems(by), ...eciProblems(by, eci)]
    : source.kind === 'files' && source.depth > 0
      ? [depthProblem(source.depth)]
      : [];
}

/** Problem of an object with Pods on ECI, where nothing reads it. */
export function eciProblems(by: LogCollectionData, eci: EciUse): Problem[] {
  if (by.kind !== 'pipeline' || eci === 'never') {
    return [];
  }
  const lands = eci === 'all' ? 'are all on ECI' : 'can land on ECI';
  const what = `by: LogCollection.pipeline() is carried out by an agent on each node, and these Pods ${lands}, where there is none: their logs would be lost`;
  return [{ code: 'log-collection-eci', what, value: eci, fix: 'write by: LogCollection.environment()' }];
}

function pipelineProblems({ firstLine, format = 'text' }: PipelineOptions): Problem[] {
  const formats = ['text', 'json'];
  const known = formats.includes(format);
  return [
    ...(known ? [] : [wrongFormat(format)]),
    ...(firstLine === undefined || isPattern(firstLine) ? [] : [wrongPattern(firstLine)]),
  ];
}

/** Flags at the begin of an expression, which the agent knows and this language does not. */
const FLAGS = /^\(\?[imsx]+\)/;

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern.replace(FLAGS, '')) !== undefined && pattern !== '';
  } catch {
    return false;
  }
}

function wrongFormat(format: unknown): Problem {
  const what = `by.format ${quote(format)} is not one of "text", "json"`;
  return { code: 'choice-invalid', what, value: format, fix: 'write format: "json", or leave it out' };
}

function wrongPattern(pattern: string): Problem {
  const what = `by.firstLine ${quote(pattern)} is no regular expression`;
  return { code: 'type-invalid', what, value: pattern, fix: 'write firstLine: "\\\\d{4}-\\\\d{2}-\\\\d{2} .*"' };
}

function depthProblem(depth: number): Problem {
  const what = `from: files ${depth} directories deep; variables of a container name one directory`;
  const fix =
    'leave depth out and collect each directory, or write by: LogCollection.pipeline() where no Pod is on ECI';
  return { code: 'log-path', what, value: depth, fix };
}
