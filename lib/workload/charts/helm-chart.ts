import { Release } from '@cdktf/provider-helm/lib/release';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { wholeNumber } from '../../core/checks';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { any, flag, formProblems, listOf, needed, text, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { Dependable } from '../../core/network';
import { waitFor } from '../../core/wait-for';
import { workplaceOf } from '../../core/workplace';
import { chartProblems } from './chart-problems';
import { plainProblems } from './objects';
import { destinationOf, destinationProblems, RELEASE_TIMEOUT, REVISIONS, secretProblems } from './objects-release';
import { releaseName } from './release-name';
import { valuesText, type PlainData } from './values-text';

export interface HelmChartProps {
  /**
   * Where the chart is: `https://...` of a chart repository, or `oci://...` of a registry. Terraform reads it at every
   * plan, so it has to be reachable from where the plan runs. Changed in place.
   */
  readonly repository: string;
  /** Name of the chart in the repository. Changing it replaces the release. */
  readonly chart: string;
  /**
   * Exactly one version, such as `5.9.53`: a range would give another chart tomorrow. Changed in place.
   * @throws InputError `chart-invalid`
   */
  readonly version: string;
  /**
   * Values of the chart as plain data; tokens may stand for any value. Changed in place. A secret never goes here: make a
   * `Secret` and name it.
   * @default those of the chart
   * @throws InputError `secret-in-text`, `object-invalid`
   */
  readonly values?: object;
  /** Name of the release, at most 53 characters. Changing it replaces the release. @default the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the release that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`. Terraform needs the chart to compare.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
  /** Namespace, for a chart outside of any `Namespace`. Changing it replaces the release. @default "default" */
  readonly namespace?: string;
  /** Seconds to wait until what the chart creates is ready, 30 to 3600. Changed in place. @default 600 */
  readonly timeoutSeconds?: number;
  /** Whether a failed install is removed and a failed upgrade taken back. Changed in place. @default true */
  readonly atomic?: boolean;
  /**
   * Whether to wait until what the chart creates is ready. Leave it on for what others build on. Changed in place.
   * @default true
   */
  readonly wait?: boolean;
  /**
   * What must exist before, and is destroyed after.
   * @default what the namespace needs
   */
  readonly dependsOn?: readonly Dependable[];
}

/** What a chart has when a prop is left out. */
export const HELM_CHART_DEFAULTS = Object.freeze({ timeoutSeconds: RELEASE_TIMEOUT, atomic: true, wait: true });

const FORMS: Forms<HelmChartProps> = {
  repository: needed(word, '"https://charts.jenkins.io"'),
  chart: needed(word, '"jenkins"'),
  version: needed(text, '"5.9.53"'),
  values: any,
  name: text,
  adopt: word,
  namespace: word,
  timeoutSeconds: any,
  atomic: flag,
  wait: flag,
  dependsOn: listOf(any),
};

/**
 * A release of any Helm chart. Terraform needs the chart for a plan and the cluster for an apply.
 *
 * Creates `helm_release`; what it costs is what the chart creates. Definitions in a chart's `crds` folder are installed
 * once and never upgraded by helm: bring newer ones as a `Manifest` before it.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class HelmChart extends Construct implements Dependable {
  readonly resource: Release;
  readonly releaseName: string;
  /** Namespace of the release. */
  readonly namespaceName: string;
  readonly fqn: string;

  constructor(scope: Construct, id: string, props: HelmChartProps) {
    super(scope, checkedId(scope, id));
    workplaceOf(this);
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, HELM_CHART_DEFAULTS);
    const { namespace, above, ready } = destinationOf(this, p.namespace);
    reject(this, [
      ...chartProblems(p),
      ...destinationProblems(this, p.namespace),
      ...wholeNumber('timeoutSeconds', p.timeoutSeconds, 30, 3600, 'seconds'),
      ...plainProblems('values', p.values),
    ]);
    reject(this, secretProblems(this, p.values));
    this.releaseName = p.name ?? adoptedName(p.adopt) ?? releaseName(this, above);
    this.namespaceName = namespace;
    this.resource = new Release(this, 'Resource', {
      name: this.releaseName,
      namespace,
      repository: p.repository,
      chart: p.chart,
      version: p.version,
      values: p.values && [valuesText(p.values as PlainData)],
      timeout: p.timeoutSeconds,
      atomic: p.atomic,
      wait: p.wait,
      maxHistory: REVISIONS,
      dependsOn: waitFor(this, [...ready, ...(p.dependsOn ?? [])]),
    });
    adopt(this.resource, p.adopt);
    this.fqn = this.resource.fqn;
  }
}
