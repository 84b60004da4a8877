import type { Release } from '@cdktf/provider-helm/lib/release';
import { Construct } from 'constructs';
import { reject } from '../../core/errors';
import { any, formProblems, listOf, mapOf, needed, object, text, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { workplaceOf } from '../../core/workplace';
import { objectProblems, type KubernetesObject } from './objects';
import { destinationOf, destinationProblems, objectsRelease } from './objects-release';

/** Name, labels and annotations of an object. */
export interface ObjectMetadata {
  /** Changing it replaces the object. @default the path below the namespace, joined by hyphens */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface CustomResourceProps {
  /** Such as `apps.kruise.io/v1alpha1`. Changed in place when the cluster serves both. */
  readonly apiVersion: string;
  /** Such as `WorkloadSpread`. Changing it replaces the object. */
  readonly kind: string;
  /** @default a name of the construct's path */
  readonly metadata?: ObjectMetadata;
  /** What the object says, as plain data; tokens may stand for any value. Changed in place. @default none */
  readonly spec?: object;
  /** Members beside `spec`, for kinds that have them, such as `{ data: {...} }`. Changed in place. @default none */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Namespace, for an object outside of any `Namespace`; of no meaning for kinds without one. @default "default" */
  readonly namespace?: string;
  /**
   * What must exist before: the component or the release that defines the kind and acts on it. It is then destroyed after
   * the object too; otherwise what it has to clean up would keep the namespace from ever ending.
   * @default what the namespace needs
   */
  readonly dependsOn?: readonly Dependable[];
  /**
   * Takes over the Helm release that holds the object instead of installing one, and has its name. Import id: `<namespace>/<release>`.
   * Objects that no release holds are none of helm's: annotate them as its own first, see `docs/guides/adoption.md`.
   * @default none - a new release
   * @throws InputError `choice-conflict` for another namespace, `resource-id-invalid`
   */
  readonly adopt?: string;
}

const FORMS: Forms<CustomResourceProps> = {
  apiVersion: needed(word, '"apps.kruise.io/v1alpha1"'),
  kind: needed(word, '"WorkloadSpread"'),
  metadata: object<ObjectMetadata>({ name: text, labels: mapOf(any), annotations: mapOf(any) }),
  spec: any,
  fields: mapOf(any),
  namespace: word,
  dependsOn: listOf(any),
  adopt: word,
};

/**
 * One object of a kind that Kubernetes itself does not have, without asking the cluster about that kind: it may be
 * defined in the same apply.
 *
 * Creates one `helm_release` of the chart that comes with this library. Free.
 *
 * @throws InputError with everything that is wrong with the object
 */
export class CustomResource extends Construct implements Dependable {
  readonly resource: Release;
  /** `metadata.name` of the object. */
  readonly objectName: string;
  readonly fqn: string;

  constructor(scope: Construct, id: string, props: CustomResourceProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    reject(this, formProblems(props, FORMS));
    const { apiVersion, kind, metadata, spec, fields, namespace, dependsOn = [], adopt } = props;
    const destination = destinationOf(this, namespace);
    this.objectName = metadata?.name ?? kubernetesName(this, destination.above);
    const { labels, annotations } = metadata ?? {};
    const whole = { apiVersion, kind, metadata: { name: this.objectName, labels, annotations }, ...fields, spec };
    reject(this, [
      ...destinationProblems(this, namespace),
      ...objectProblems([whole], destination.namespace, () => 'the object'),
    ]);
    this.resource = objectsRelease(this, 'Resource', [whole as KubernetesObject], destination, dependsOn, adopt);
    this.fqn = this.resource.fqn;
  }
}
