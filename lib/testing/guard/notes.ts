import type { WrittenStack } from '../../core/written/written';
import type { ResourceChange } from './diff-data';
import { isKnown } from './facts';

/** What the changes themselves do not say. */
export function notesOn(
  old: readonly WrittenStack[],
  now: readonly WrittenStack[],
  changes: readonly ResourceChange[],
): readonly string[] {
  return [
    ...uncertains(changes),
    ...movedStates(old, now),
    ...otherProviders(old, now),
    ...signedInOtherwise(old, now),
    ...renamedStacks(old, now, changes),
    ...elsewhere(changes),
  ];
}

function uncertains(changes: readonly ResourceChange[]): readonly string[] {
  const types = [
    ...new Set(changes.filter(({ uncertain, type }) => uncertain && !isKnown(type)).map(({ type }) => type)),
  ];
  return types
    .sort()
    .map((type) =>
      type === 'module'
        ? 'what a module makes is not in the program: what its other inputs replace or destroy in it, and what takes its outputs, only a plan tells'
        : `${type} is of a provider that the guard does not know: a change shown as in place may make a new one`,
    );
}

function movedStates(old: readonly WrittenStack[], now: readonly WrittenStack[]): readonly string[] {
  return now.flatMap((stack) => {
    const before = old.find(({ name }) => name === stack.name);
    const [was, is] = [before, stack].map((one) => JSON.stringify(one?.json.terraform?.backend ?? {}));
    return before === undefined || was === is
      ? []
      : [
          `the state of ${stack.name} is somewhere else from now on: run terraform init -migrate-state, or everything is made again`,
        ];
  });
}

/** A provider of another release may make anew what it changed in place before, and the other way round. */
function otherProviders(old: readonly WrittenStack[], now: readonly WrittenStack[]): readonly string[] {
  const versions = (stack: WrittenStack | undefined): Readonly<Record<string, { readonly version?: unknown }>> =>
    (stack?.json.terraform as { required_providers?: Record<string, { version?: unknown }> } | undefined)
      ?.required_providers ?? {};
  const said = now.flatMap((stack) => {
    const before = versions(old.find(({ name }) => name === stack.name));
    return Object.entries(versions(stack)).flatMap(([name, { version }]) => {
      const was = before[name]?.version;
      return was === undefined || was === version
        ? []
        : [
            `the provider ${name} goes from ${String(was)} to ${String(version)}: what that changes by itself only a plan tells`,
          ];
    });
  });
  return [...new Set(said)].sort();
}

/** What may lead a provider into another account, though no account is named. */
const CREDENTIALS = ['profile', 'shared_credentials_file', 'access_key', 'ecs_role_name', 'credentials_uri'];

function signedInOtherwise(old: readonly WrittenStack[], now: readonly WrittenStack[]): readonly string[] {
  const said = ({ json }: WrittenStack): string => {
    const blocks = (json.provider as Readonly<Record<string, unknown>> | undefined)?.alicloud ?? [];
    const all = (Array.isArray(blocks) ? blocks : [blocks]) as readonly Readonly<Record<string, unknown>>[];
    return JSON.stringify(
      all.map((one) => [one.alias, one.region === undefined, ...CREDENTIALS.map((name) => one[name] ?? null)]),
    );
  };
  return now.flatMap((stack) => {
    const before = old.find(({ name }) => name === stack.name);
    return before === undefined || said(before) === said(stack)
      ? []
      : [
          `${stack.name} signs in otherwise from now on (${CREDENTIALS.join(', ')}, or a region of the environment’s): in another account or region Terraform finds nothing of what exists and makes it again`,
        ];
  });
}

/** A stack that went while another came with the same types: its name is the name of its state. */
function renamedStacks(
  old: readonly WrittenStack[],
  now: readonly WrittenStack[],
  changes: readonly ResourceChange[],
): readonly string[] {
  const typesIn = (stack: WrittenStack): string =>
    stack.resources
      .filter(({ kind }) => kind === 'resource')
      .map(({ type }) => type)
      .sort()
      .join();
  const gone = old.filter(({ name }) => now.every((one) => one.name !== name));
  const come = now.filter(({ name }) => old.every((one) => one.name !== name));
  return gone.flatMap((stack) => {
    const mate = come.find((one) => typesIn(one) === typesIn(stack) && typesIn(one) !== '');
    const count = changes.filter((one) => one.stack === stack.name).length;
    return mate === undefined
      ? []
      : [
          `${stack.name} seems to be called ${mate.name} now: move its state there before the first apply, or its ${count} resources are made a second time`,
        ];
  });
}

function elsewhere(changes: readonly ResourceChange[]): readonly string[] {
  const left = changes.filter(({ action }) => action === 'leave');
  const places = [...new Set(left.flatMap(({ because }) => because.filter((one) => one.startsWith('its '))))];
  return places.map(
    (place) =>
      `${left.filter(({ because }) => because.includes(place)).length} resources: ${place}; Terraform looks for them there, finds none and makes new ones, and the old ones stay behind, unmanaged and billed`,
  );
}
