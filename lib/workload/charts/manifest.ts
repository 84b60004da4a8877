import { type Release } from '@cdktf/provider-helm/lib/release';
import { Construct } from 'constructs';
import { reject, type Problem } from '../../core/errors';
import { any, formProblems, listOf, needed, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { Dependable } from '../../core/network';
import { workplaceOf } from '../../core/workplace';
import { byPhase, objectProblems, type KubernetesObject, type Where } from './objects';
import { destinationOf, destinationProblems, objectsRelease } from './objects-release';
import { objectsOfYaml } from './yaml-objects';

export interface ManifestProps {
  /**
   * The objects, as they are written in a manifest; tokens may stand for any value. Changed in place; what is left out of
   * a later version is deleted.
   * @throws InputError `object-invalid`, `object-duplicate`, `object-namespace`, `secret-manifest`, `object-too-large`
   */
  readonly objects: readonly object[];
  /**
   * Namespace of what has one, for a manifest outside of any `Namespace`. Changing it moves the objects: they are
   * destroyed and created.
   * @default "default"
   */
  readonly namespace?: string;
  /**
   * What must exist before: the operator of custom resources, which is then destroyed after them too.
   * @default what the namespace needs
   */
  readonly dependsOn?: readonly Dependable[];
  /**
   * Takes over the Helm release that holds the objects instead of installing one, and has its name. Import id: `<namespace>/<release>`.
   * Objects that no release holds are none of helm's: annotate them as its own first, see `docs/guides/adoption.md`.
   * @default none - a new release
   * @throws InputError `choice-conflict` for another namespace, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** Props of a manifest beside its objects. */
export type ManifestOptions = Omit<ManifestProps, 'objects'>;

const MANIFEST_FORMS: Forms<ManifestProps> = {
  objects: needed(listOf(any), '[{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web" } }]'),
  namespace: word,
  dependsOn: listOf(any),
  adopt: word,
};

/**
 * Kubernetes objects of any kind, without asking the cluster what they are: Terraform plans them before their kinds, and
 * the cluster itself, exist.
 *
 * Creates one `helm_release` of the chart that comes with this library, and one more before it when there are custom
 * resource definitions among the objects. Free.
 *
 * @throws InputError with everything that is wrong with the objects
 */
export class Manifest extends Construct implements Dependable {
  /** Release of the objects; of the definitions, when there is nothing else. */
  readonly resource: Release;
  /** Release of the custom resource definitions; absent when there are none. */
  readonly definitions?: Release;
  readonly fqn: string;

  constructor(scope: Construct, id: string, props: ManifestProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    reject(this, formProblems(props, MANIFEST_FORMS));
    const { objects, namespace, dependsOn = [], adopt } = props;
    const destination = destinationOf(this, namespace);
    reject(this, [
      ...destinationProblems(this, namespace),
      ...emptyProblems(objects),
      ...objectProblems(objects, destination.namespace, whereOf(objects)),
    ]);
    const { definitions, others } = byPhase(objects as readonly KubernetesObject[]);
    const kinds = definitions.length > 0 && others.length > 0 ? definitions : [];
    this.definitions =
      kinds.length > 0 ? objectsRelease(this, 'definitions', kinds, destination, dependsOn) : undefined;
    const rest = kinds.length > 0 ? others : (objects as readonly KubernetesObject[]);
    const after = this.definitions ? [...dependsOn, this.definitions] : dependsOn;
    this.resource = objectsRelease(this, 'Resource', rest, destination, after, adopt);
    this.fqn = this.resource.fqn;
  }

  /**
   * The objects of a YAML text with any number of documents. The text may hold tokens as values.
   *
   * @throws InputError `yaml-invalid` with the line, and what the objects are refused for with theirs
   */
  static fromYaml(scope: Construct, id: string, text: string, options: ManifestOptions = {}): Manifest {
    const { objects, lines, problems } = objectsOfYaml(text);
    reject(scope.node.path ? `${scope.node.path}/${id}` : id, problems);
    LINES.set(objects, lines);
    return new Manifest(scope, id, { ...options, objects });
  }
}

/** Lines on which objects that came from a text begin. */
const LINES = new WeakMap<readonly object[], readonly number[]>();

function whereOf(objects: readonly object[]): Where {
  const lines = LINES.get(objects);
  return (index) => (lines ? `the object on line ${lines[index]}` : `objects[${index}]`);
}

function emptyProblems(objects: readonly object[]): Problem[] {
  const fix = 'write at least one object, or leave the manifest out';
  return objects.length > 0 ? [] : [{ code: 'list-empty', what: 'there are no objects', value: [], fix }];
}
