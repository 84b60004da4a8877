import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { TerraformStack, Testing, type App, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { PRACTICES } from '../../../lib/checks/practices/catalogue';
import { judgePractices, type PracticeFinding } from '../../../lib/checks/practices/judge';
import { pictureOf } from '../../../lib/checks/practices/picture';
import { treeSource } from '../../../lib/checks/practices/tree-source';
import { practicesOf, stacksOf } from '../../../lib/testing';

/** A program of the provider's own resources, in a stack called `raw`. */
export type Program = (stack: TerraformStack) => void;

/** What a test knows of a practice: programs that break it at the resource `x`, and such that do not. */
export interface Cases {
  readonly wrong: Readonly<Record<string, Program>>;
  readonly right: Readonly<Record<string, Program>>;
}

/** Any fields: what a resource takes is known to its binding. */
export type Fields = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A raw resource by its Terraform type, with its own binding. */
export function l1(scope: Construct, type: string, id: string, config: Fields): TerraformResource {
  const [provider, ...rest] = type.split('_');
  const name = rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  const binding: Record<string, new (scope: Construct, id: string, config: Fields) => TerraformResource> =
    jest.requireActual(`@cdktf/provider-${provider}/lib/${rest.join('-')}`);
  // A binding whose name is that of a block of another one has an A behind it.
  return new (binding[name] ?? binding[`${name}A`])!(scope, id, config);
}

/** An App with the program in it. */
export function appOf(program: Program): App {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'raw');
  new AlicloudProvider(stack, 'alicloud');
  new KubernetesProvider(stack, 'kubernetes');
  new HelmProvider(stack, 'helm');
  program(stack);
  return app;
}

/** What the practices find in a tree before anything is written. */
export function inTree(app: App): readonly PracticeFinding[] {
  const stacks = new Map(stacksOf(app).map(({ node }) => [node.id, 'production'] as const));
  return judgePractices(pictureOf(treeSource(app.node.findAll())), { practices: PRACTICES, stacks, suppressed: [] })
    .findings;
}

/** What the practices find in the Terraform that is written. */
export function inTerraform(app: App): readonly PracticeFinding[] {
  return practicesOf(app, { profile: 'production' }).findings;
}

/** Paths below the stack at which a practice is broken. */
export const placesOf = (findings: readonly PracticeFinding[], practice: string): readonly string[] => [
  ...new Set(findings.filter((one) => one.practice === practice).map(({ path }) => path.replace(/^raw\//, ''))),
];

/**
 * What does not differ between a tree and its Terraform: values are tokens in the one and expressions in the other, and
 * the framework notes no paths of providers.
 */
export const comparable = (findings: readonly PracticeFinding[]): readonly string[] =>
  findings.map(({ practice, path, address }) => `${address.startsWith('provider.') ? address : path} ${practice}`);

export const LABELS = { app: 'web' };
const PLACE = { name: 'web', namespace: 'shop' };

/** A container as it should be. */
export const CONTAINER: Fields = {
  name: 'web',
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/web:1.4.2',
  port: [{ name: 'http', containerPort: 8080 }],
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '500m', memory: '1Gi' } },
  readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
  livenessProbe: { tcpSocket: [{ port: 'http' }] },
  lifecycle: { preStop: [{ exec: { command: ['sleep', '15'] } }] },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};

const POD: Fields = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  topologySpreadConstraint: [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: [{ matchLabels: LABELS }],
    },
  ],
};

export interface Web {
  readonly container?: Fields;
  readonly pod?: Fields;
  readonly spec?: Fields;
  readonly more?: Fields;
  readonly type?: string;
  readonly service?: Fields | false;
  readonly budget?: Fields | false;
  readonly namespace?: string;
}

/** A Deployment as it should be, behind a Service, with a budget; each test changes what it is about. */
export function web(stack: Construct, options: Web = {}): void {
  const { container = {}, pod = {}, spec = {}, more = {}, type = 'kubernetes_deployment_v1' } = options;
  const namespace = options.namespace ?? PLACE.namespace;
  const metadata = { name: 'web', namespace };
  l1(stack, type, 'x', {
    metadata,
    spec: {
      replicas: type === 'kubernetes_daemon_set_v1' ? undefined : '2',
      selector: { matchLabels: LABELS },
      ...(type === 'kubernetes_stateful_set_v1' ? { serviceName: 'web' } : {}),
      template: { metadata: { labels: LABELS }, spec: { ...POD, container: [{ ...CONTAINER, ...container }], ...pod } },
      ...spec,
    },
    ...more,
  });
  if (options.service !== false) {
    const port = [{ port: 80, targetPort: 'http' }];
    l1(stack, 'kubernetes_service_v1', 'service', { metadata, spec: { selector: LABELS, port, ...options.service } });
  }
  if (options.budget !== false) {
    const budget = { maxUnavailable: '1', selector: { matchLabels: LABELS }, ...options.budget };
    l1(stack, 'kubernetes_pod_disruption_budget_v1', 'budget', { metadata, spec: budget });
  }
}

/** The same as a program. */
export const aWeb =
  (options: Web = {}): Program =>
  (stack) =>
    web(stack, options);
