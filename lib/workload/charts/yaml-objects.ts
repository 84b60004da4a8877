import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { quote, type Problem } from '../../core/errors';

/** The objects of a YAML text, the lines on which they begin, and what is wrong with the text. */
export interface YamlObjects {
  readonly objects: readonly object[];
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML text with any number of documents, as Kubernetes does: empty documents are nothing, a `List` is its items.
 */
export function objectsOfYaml(text: string): YamlObjects {
  if (typeof text !== 'string') {
    const what = `the manifest is ${quote(text)} and not a text`;
    const fix = "pass the text of a manifest, such as readFileSync('web.yaml', 'utf8')";
    return { objects: [], lines: [], problems: [{ code: 'type-invalid', what, value: text, fix }] };
  }
  const counter = new LineCounter();
  // YAML 1.1 is what Kubernetes reads: a bare `on` is true there.
  const parsed = parseAllDocuments(text, { lineCounter: counter, version: '1.1', prettyErrors: false });
  const documents = 'empty' in parsed ? [] : (parsed as readonly Document[]);
  const problems = documents.flatMap((document) => document.errors.map((error) => problemOf(error, counter)));
  if (problems.length > 0) {
    return { objects: [], lines: [], problems };
  }
  const found = documents.flatMap((document) => {
    const { line } = counter.linePos(document.contents?.range?.[0] ?? 0);
    return items(document.toJS({ maxAliasCount: 1000 }) as unknown).map((object) => ({ object, line }));
  });
  return { objects: found.map(({ object }) => object), lines: found.map(({ line }) => line), problems: [] };
}

function items(value: unknown): object[] {
  if (value === null || value === undefined) {
    return [];
  }
  const { kind, items: list } = value as { kind?: unknown; items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(list) ? list : [value as object];
}

function problemOf(error: { message: string; pos: readonly [number, number] }, counter: LineCounter): Problem {
  const { line, col } = counter.linePos(error.pos[0]);
  const what = `line ${line}, column ${col}: ${error.message.replace(/\s+$/, '')}`;
  return { code: 'yaml-invalid', what, value: line, fix: `mend line ${line} of the manifest` };
}
