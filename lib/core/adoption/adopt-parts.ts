import type { Construct } from 'constructs';
import { adopt, attributesOf, leaveAlone, type Adoptable } from '../adopt';
import { quote, reject, type Problem } from '../errors';

/** A construct of this library, or a resource of the provider's own. */
export type AdoptTarget = Construct & { readonly resource?: Construct };

/** Taking over what exists, beyond the `adopt` of a construct. */
export const Adopt = Object.freeze({
  /**
   * Takes over what a construct makes beside its main resource: an import id for each, by its path below the construct,
   * such as `{ backup: 'rm-bp1...', 'database-shop': 'rm-bp1...:shop' }`. `docs/guides/adoption.md` lists the forms.
   *
   * @throws InputError `adopt-unknown` for a path that the construct does not make so far, `adopt-impossible`,
   *   `resource-id-invalid`
   */
  parts(construct: Construct, parts: Readonly<Record<string, string>>): void {
    const made = partsOf(construct);
    const unknown = Object.keys(parts).filter((path) => !made.has(path));
    reject(
      construct,
      unknown.map((path) => unknownPart(path, parts[path]!, made)),
    );
    Object.entries(parts).forEach(([path, id]) => adopt(made.get(path)!, id));
  },

  /**
   * Takes over what exists with a resource of the provider's own.
   *
   * @throws InputError `adopt-impossible`, `resource-id-invalid`
   */
  resource(resource: Construct, importId: string): void {
    adopt(asResource(resource), importId);
  },

  /**
   * Once the import is applied: has the next apply write into the state what the import did not read, deletion options and
   * time-outs above all. The cloud is told nothing of it, apart from passwords and Helm releases, which are set to the program's.
   * Write it last, and leave `adopt` where it is: an adopted thing
   * keeps its name, and what only a new one could have.
   */
  settle(scope: Construct): void {
    scope.node
      .findAll()
      .map((one) => one as Construct & { readonly settle?: () => void })
      .filter((one) => one.node.id === 'adopt' && typeof one.settle === 'function')
      .forEach((one) => one.settle!());
  },

  /**
   * Has Terraform keep attributes as the cloud has them: those, as the plan of the adoption names them, that the
   * program cannot or shall not say as they are. They are no longer compared.
   *
   * @param parts paths below the construct, as in `parts`; the main resource when there are none
   * @throws InputError `adopt-unknown` for an attribute that is not written, and so is kept anyway, or for such a path
   */
  keep(target: AdoptTarget, attributes: readonly string[], ...parts: readonly string[]): void {
    const made = parts.length === 0 ? new Map<string, Adoptable>() : partsOf(target);
    const unknown = parts.filter((path) => !made.has(path));
    reject(
      target,
      unknown.map((path) => unknownPart(path, path, made)),
    );
    const resources =
      parts.length === 0 ? [asResource(target.resource ?? target)] : parts.map((path) => made.get(path)!);
    resources.forEach((resource) => {
      reject(target, unwritten(resource, attributes));
      leaveAlone(resource, attributes);
    });
  },
});

/** The resources of a construct by their paths below it, the main one left out. */
function partsOf(construct: Construct): ReadonlyMap<string, Adoptable> {
  const above = `${construct.node.path}/`;
  const main = (construct as AdoptTarget).resource;
  return new Map(
    construct.node
      .findAll()
      .filter((one) => one !== construct && one !== main && isResource(one))
      .map((one) => [one.node.path.slice(above.length).replace(/\/Resource$/, ''), one as Adoptable] as const),
  );
}

function isResource(one: unknown): one is Adoptable {
  const { terraformResourceType: type, lifecycle } = one as { terraformResourceType?: unknown; lifecycle?: unknown };
  return typeof type === 'string' && (lifecycle === undefined || typeof lifecycle === 'object') && !isData(one);
}

/** Data sources are read, never imported; providers have a type too, and no place in a state. */
function isData(one: unknown): boolean {
  const written = (one as Adoptable).toTerraform() as { resource?: unknown };
  return written.resource === undefined;
}

function asResource(one: Construct): Adoptable {
  reject(one, isResource(one) ? [] : [{ code: 'adopt-unknown', what: 'this is no resource', fix: 'give a construct' }]);
  return one as Adoptable;
}

function unknownPart(path: string, id: string, made: ReadonlyMap<string, Adoptable>): Problem {
  const known = [...made.keys()].sort().map(quote).join(', ');
  return {
    code: 'adopt-unknown',
    what: `adopt of ${quote(path)}, which is not made here so far`,
    value: id,
    fix: known === '' ? 'leave it out: nothing is made beside the main resource' : `write one of ${known}`,
  };
}

/** Problems with attributes to keep that are kept anyway; a path such as `spec[0].selector` begins with one. */
function unwritten(resource: Adoptable, attributes: readonly string[]): Problem[] {
  const written = attributesOf(resource);
  return attributes
    .filter((path) => !written.includes(path.split(/[.[]/)[0]!))
    .map((path) => ({
      code: 'adopt-unknown',
      what: `${quote(path)} is no attribute that ${resource.terraformResourceType} is written with`,
      value: path,
      fix: `write one of ${[...written].sort().join(', ')}`,
    }));
}
