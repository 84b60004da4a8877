import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../../core/errors';
import type { ContainerData, PodData } from '../../core/pod';
import { secretsIn } from '../../core/references';
import { isToken } from '../../core/tokens';
import type { FileSource } from './files';

/** Texts of a template by how errors call them. */
type Texts = readonly (readonly [string, unknown])[];

/**
 * Problems with secrets in the clear parts of a template: the state and every plan show them, and so does the cluster to
 * whoever may look at Pods.
 */
export function podSecretProblems(at: IConstruct, { containers, initContainers, annotations }: PodData): Problem[] {
  return [
    ...[...containers, ...initContainers].flatMap((one) => containerSecretProblems(at, one)),
    ...clearTextProblems(at, Object.entries(annotations)),
  ];
}

/** The same for one container. */
export function containerSecretProblems(
  at: IConstruct,
  { name, env, command = [], args = [] }: ContainerData,
): Problem[] {
  const of = `of container ${quote(name)}`;
  return clearTextProblems(at, [
    ...Object.entries(env).map(([key, value]) => [`variable ${key} ${of}`, value] as const),
    ...command.map((word, index) => [`command[${index}] ${of}`, word] as const),
    ...args.map((word, index) => [`args[${index}] ${of}`, word] as const),
  ]);
}

/** The same for files that are written as text. */
export function fileSecretProblems(at: IConstruct, files: Readonly<Record<string, FileSource>>): Problem[] {
  return clearTextProblems(
    at,
    Object.entries(files).map(([path, source]) => [`file ${path}`, source] as const),
  );
}

/** The same for texts. */
export function clearTextProblems(at: IConstruct, texts: Texts): Problem[] {
  return texts
    .filter(([, value]) => typeof value === 'string' && isToken(value))
    .flatMap(([place, value]) =>
      secretsIn(at, value).map((identifier) => ({
        code: 'secret-in-text' as const,
        what: `${place} holds the secret ${identifier}, which the state, every plan and the Pods would show`,
        value: identifier,
        fix: "put it into a Secret and name that: env: { PASSWORD: new Secret(space, 'name', { values: { password } }).env('password') }",
      })),
    );
}
