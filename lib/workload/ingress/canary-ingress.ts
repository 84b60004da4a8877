import { IngressV1 } from '@cdktf/provider-kubernetes/lib/ingress-v1';
import { Construct } from 'constructs';
import { adopt } from '../../core/adopt';
import { wholeNumber } from '../../core/checks';
import { quote, reject, type Problem } from '../../core/errors';
import { any, flag, formProblems, mapOf, needed, text, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { IIngressClass } from '../../core/ingress';
import { literals } from '../../core/literal';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import type { INamespace } from '../../core/workload';
import { ALB_PREFIX } from './alb-annotations';
import { backendOf, backendProblems, madeBefore, targetProblems } from './backends';
import { besideCanaries } from './canary-checks';
import { canaryClaims, isReadFirst, type CanaryPath } from './canary-claims';
import { besideOthers, type ServedIngress } from './ingress-checks';
import { ingressSpec } from './ingress-object';
import type { ServedProps, IngressTarget } from './ingress-props';
import { wireBackends } from './ingress-wiring';
import { NGINX_PREFIX } from './nginx-annotations';
import { writtenPath } from './rewrite';
import { settingAnnotations } from './setting-annotations';
import type { Serving } from './serving';

/** A further Ingress for the paths of another. */
export interface CanaryProps {
  /** What answers the requests that it takes: of the same namespace. */
  readonly to: IngressTarget;
  /** Port of its Service. @default the first one */
  readonly port?: number;
  /** Which requests it takes: keys without prefix, such as `{ 'canary-weight': '10' }`; `canary` is written by itself. */
  readonly by: Readonly<Record<string, string>>;
  /**
   * Name of the Service whose requests it takes. On ALB a rule with a header or a cookie comes before all of the Ingress: it
   * then has the more special paths of others, too, which lead where they led.
   * @default every Service of the Ingress
   */
  readonly insteadOf?: string;
  /** Only these paths of the Ingress, as they were asked for. @default all */
  readonly paths?: readonly string[];
  /**
   * Place of its rules on ALB, 1 to 1000, less than that of its Ingress: the first rule that fits is taken.
   * @default by its name, which comes before that of its Ingress; one less where the Ingress has a place
   */
  readonly order?: number;
  /** Whether a new Pod counts as ready only when the ALB knows it. @default as the Ingress says */
  readonly readinessGate?: boolean;
  /**
   * Takes over the Ingress that exists instead of creating one. Import id: `<namespace>/<name>`.
   * @default none - a new one
   */
  readonly adopt?: string;
}

const FORMS: Forms<CanaryProps> = {
  to: needed(targetProblems, 'next'),
  port: any,
  by: needed(mapOf(text), '{ "canary-weight": "10" }'),
  insteadOf: word,
  paths: any,
  order: any,
  readinessGate: flag,
  adopt: word,
};

/** What every canary Ingress reads, on ALB and on nginx; nginx knows one more way to write headers. */
const KEYS = [
  'canary-by-header',
  'canary-by-header-value',
  'canary-by-header-pattern',
  'canary-by-cookie',
  'canary-weight',
  'canary-weight-total',
];
/** Comes before every name that we give, so that its rules come first on ALB. */
const FIRST = '0-';

/** The Ingress that a canary belongs to. */
interface Stable extends ServedIngress {
  readonly namespace: INamespace;
  readonly resource: IngressV1;
}

/** A canary, the Ingress that it belongs to, and what that one was told. */
export interface CanaryOf extends CanaryProps {
  readonly stable: Stable;
  readonly settings: ServedProps;
}

/**
 * A further Ingress for the paths of another, which takes some of their requests. Made by `ingress.canary(...)`, and used by the
 * ways to release; annotations of the Ingress hold for it too.
 *
 * Creates `kubernetes_ingress_v1`. Free.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class CanaryIngress extends Construct implements ServedIngress {
  readonly resource: IngressV1;
  readonly ingressName: string;
  readonly namespaceName: string;
  readonly ingressClass: IIngressClass;
  readonly claims: readonly CanaryPath[];
  readonly serving: Serving;
  readonly order?: number;
  readonly isCanary = true;
  /** The Ingress that it belongs to. */
  readonly stable: ServedIngress;
  /** Whether its rules are read before those of its Ingress. */
  readonly isReadFirst: boolean;
  readonly annotations: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, all: CanaryOf) {
    super(scope, checkedId(scope, id));
    const { stable, settings, ...props } = all;
    reject(this, formProblems(props, FORMS));
    const { namespace, ingressClass } = stable;
    const { kind, className } = ingressClass;
    const backend = backendOf(props.to, props.port);
    reject(this, canaryProblems(props, stable, backendProblems('to', backend, namespace)));
    this.ingressClass = ingressClass;
    this.serving = stable.serving;
    this.namespaceName = stable.namespaceName;
    this.order = kind === 'alb' ? (props.order ?? before(stable.order)) : undefined;
    this.ingressName = `${FIRST}${stable.ingressName}-${id}`;
    reject(this, kind === 'alb' ? lengthProblems(this.ingressName) : []);
    this.stable = stable;
    this.isReadFirst = isReadFirst(kind, props.by);
    this.claims = canaryClaims(stable.claims, { ...props, kind, to: backend });
    const prefix = kind === 'alb' ? ALB_PREFIX : NGINX_PREFIX;
    const by = Object.entries(props.by).map(([key, value]) => [`${prefix}${key}`, value] as const);
    this.annotations = {
      ...settingAnnotations({ ...settings, order: this.order }, stable.serving),
      ...settings.annotations,
      [`${prefix}canary`]: 'true',
      ...Object.fromEntries(by),
    };
    const paths = this.claims.map((claim) => writtenPath(kind, claim, settings.rewrite));
    this.resource = new IngressV1(this, 'Resource', {
      metadata: {
        name: this.ingressName,
        namespace: this.namespaceName,
        labels: { 'app.kubernetes.io/managed-by': 'terraform' },
        annotations: literals({ ...this.annotations }),
      },
      spec: literals(ingressSpec({ className, paths, tls: stable.serving.tls })),
      dependsOn: waitFor(this, [stable.resource, ...madeBefore([backend])]),
    });
    adopt(this.resource, props.adopt);
    wireBackends(this, ingressClass, namespace, [backend], props.readinessGate ?? settings.readinessGate ?? true);
    addTreeCheck(this, (all) => [...besideOthers(this, all), ...besideCanaries(this, all)]);
  }
}

/** The controller writes the name into a tag, and refuses all Ingresses of an ALB when a tag is too long. */
const LONGEST_TAG = 128;

function lengthProblems(name: string): Problem[] {
  const what = `the canary would be called ${quote(name)}, which has ${name.length} characters; a tag of the ALB takes ${LONGEST_TAG}`;
  const fix = 'give the Ingress or the service a shorter name';
  return name.length > LONGEST_TAG ? [{ code: 'kubernetes-name', what, value: name, fix }] : [];
}

function before(order: number | undefined): number | undefined {
  return order === undefined ? undefined : Math.max(order - 1, 1);
}

function canaryProblems(props: CanaryProps, stable: Stable, backend: Problem[]): Problem[] {
  const { by, order, paths } = props;
  const asked = stable.claims.map(({ path }) => path);
  const late = `order ${order} is not before that of "${stable.node.path}", whose rules would take every request`;
  return [
    ...backend,
    ...Object.keys(by)
      .filter((key) => !KEYS.includes(key))
      .map((key) => ({
        code: 'ingress-annotation' as const,
        what: `by has ${quote(key)}, which says nothing of a canary`,
        value: key,
        fix: `write one of ${KEYS.join(', ')}`,
      })),
    ...wholeNumber('order', order, 1, 1000),
    ...(order !== undefined && order >= (stable.order ?? 10)
      ? [{ code: 'ingress-order' as const, what: late, value: order, fix: 'write a smaller one' }]
      : []),
    ...(paths ?? [])
      .filter((path) => !asked.includes(path))
      .map((path) => ({
        code: 'ingress-path' as const,
        what: `paths names ${quote(path)}, which "${stable.node.path}" does not serve`,
        value: path,
        fix: `write one of ${[...new Set(asked)].map(quote).join(', ')}`,
      })),
  ];
}
