import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { beside, groundProblems } from '../parts/ground-problems';
import { applicationProblems, credentialProblems, hostKeyProblems, libraryProblems } from './application-problems';
import { nodePlanProblems } from './capacity';
import { agentSizeProblems, approverProblems, builderProblems } from './configuration/settings-problems';
import type { AgentPlaceData } from './configuration/agent-place';
import type { ResolvedJenkins } from './jenkins-defaults';
import { agentImageProblems } from './image-problems';
import { loginProblems, peopleProblems } from './people-problems';
import { agentSpace, releaseSpace } from './spaces';

/** Everything that is wrong with the props and that no part says by itself. */
export function jenkinsProblems(p: ResolvedJenkins): Problem[] {
  const problems = [
    ...partProblems(p),
    ...addressProblems(p),
    ...controllerProblems(p),
    ...agentProblems(p),
    ...namespaceProblems(p),
    ...clusterSpaceProblems(p),
    ...credentialProblems(p.credentials),
    ...libraryProblems(p),
    ...hostKeyProblems(p),
    ...applicationProblems(p),
    ...agentImageProblems(p),
    ...loginProblems(p.login),
    ...peopleProblems(p),
    ...approverProblems(p.people),
    ...wordProblems(p),
    ...wholeNumber('approvalHours', p.approvalHours, 1, 720, 'hours'),
    ...distinctList('scan.failOn', p.scan.failOn, '["HIGH", "CRITICAL"]'),
    ...oneOf('scan.images', p.scan.images, ['pipeline', 'registry']),
    ...p.scan.failOn.flatMap((one, index) =>
      oneOf(`scan.failOn[${index}]`, one, ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
    ),
  ];
  return problems.length > 0 ? problems : nodeProblems(p);
}

/** Nodes are planned for the controller, and for agents on nodes; what speaks against a plan is said of the props that it is made from. */
function nodeProblems(p: ResolvedJenkins): Problem[] {
  const { cluster, nodes, zones = [] } = p;
  if (cluster !== undefined || nodes !== undefined || zones.length < 2 || new Set(zones).size < zones.length) {
    return [];
  }
  const fix = 'lower the requests, or name nodes that hold them: nodes: { instanceTypes: [...], size: 6 }';
  return nodePlanProblems({ ...p, zones }).map((problem) =>
    problem.code.startsWith('sizing-') ? { ...problem, fix } : problem,
  );
}

/** Parts that are missing, and props of parts that are given. */
function partProblems(p: ResolvedJenkins): Problem[] {
  return [
    ...groundProblems(p),
    ...(p.balancer === undefined ? [] : beside('address', p.address, 'balancer', 'which has its address')),
    ...(p.files === undefined ? [] : beside('backup', p.backup, 'files', 'which have their backup')),
  ];
}

const URL = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;

function addressProblems({ url, ports, address, balancer }: ResolvedJenkins): Problem[] {
  const fix = 'write url: "https://ci.example.com"';
  const form = `url ${quote(url)} is not http:// or https:// and a host`;
  const nameless =
    'ports has 443, and url does not say for which name: links of Jenkins would lead to an address without TLS';
  const clear = `url ${quote(url)} ends TLS, which the balancer that is made by default does not`;
  const tls = 'write balancer: a ClassicLoadBalancer with certificateId, and ports: [443]';
  return [
    ...distinctList('ports', ports, '[80]'),
    ...ports.flatMap((port, index) => wholeNumber(`ports[${index}]`, port, 1, 65_535)),
    ...(url === undefined || isToken(url) || URL.test(url)
      ? []
      : [{ code: 'jenkins-url' as const, what: form, value: url, fix }]),
    ...(ports.includes(443) && !isTls(url) ? [{ code: 'jenkins-url' as const, what: nameless, value: url, fix }] : []),
    ...(isTls(url) && balancer === undefined
      ? [{ code: 'jenkins-url' as const, what: clear, value: url, fix: tls }]
      : []),
    ...(address?.kind === 'internet' ? [openProblem('address')] : []),
  ];
}

/** Whether people come by TLS. A value that is known later is taken for it. */
function isTls(url: string | undefined): boolean {
  return url !== undefined && (isToken(url) || url.startsWith('https://'));
}

function openProblem(prop: string): Problem {
  const what = `${prop} is on the internet, and passwords would go there in clear`;
  const fix =
    'write url: "https://...", ports: [443] and balancer: a ClassicLoadBalancer with certificateId, or leave it to the intranet';
  return { code: 'jenkins-open', what, value: prop, fix };
}

/** A balancer on the internet must end TLS: what it does with its ports is known to it alone, so the address has to say it. */
export function openBalancerProblems(scheme: 'internet' | 'intranet', url: string | undefined): Problem[] {
  return scheme === 'internet' && !isTls(url) ? [openProblem('balancer')] : [];
}

/** Nodes that a cluster does not have, and ECI where there is none. */
export function placeProblems(kind: string, place: ResolvedJenkins['agents']['place']): Problem[] {
  const serverless = kind === 'serverless';
  if (place === undefined || (place.kind === 'eci' && serverless) || (place.kind === 'serverless') === serverless) {
    return [];
  }
  const what = `agents.place is ${quote(place.kind)}, and the cluster is ${kind}`;
  const fix = serverless
    ? 'write place: AgentPlace.serverless()'
    : 'write place: AgentPlace.eci(), or AgentPlace.nodes()';
  return [{ code: 'jenkins-agents', what, value: place.kind, fix }];
}

/** What agents and the builder of images cannot do where they are. */
export function atPlaceProblems({ builder, agents }: ResolvedJenkins, place: AgentPlaceData): Problem[] {
  return [...builderProblems(builder, place), ...agentSizeProblems(agents.sizes, place)];
}

const PLUGIN = /^[A-Za-z0-9][A-Za-z0-9_.-]*:[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const OPEN_OPTION =
  /^-D(jenkins\.install\.runSetupWizard|hudson\.security\.|jenkins\.security\.|hudson\.model\.DirectoryBrowserSupport\.CSP)/;

function controllerProblems({ image, controller }: ResolvedJenkins): Problem[] {
  const { plugins, javaOptions, requests } = controller;
  return [
    ...quantityProblems('controller.requests.cpu', requests.cpu, '2'),
    ...quantityProblems('controller.requests.memory', requests.memory, '4Gi'),
    ...variantProblems(image),
    ...plugins.also.filter((one) => !PLUGIN.test(one)).map(pluginProblem),
    ...javaOptions.flatMap((option, index) => optionProblems(`controller.javaOptions[${index}]`, option)),
  ];
}

/** Tags of the official image that name another one with every release, such as `lts` and `jdk21`. */
const MOVES = /:(?:lts|jdk\d+|slim|weekly|rhel|almalinux)\b[^/@]*$/;

function variantProblems(image: string): Problem[] {
  const saying = (what: string): Problem[] => [
    {
      code: 'jenkins-image',
      what: `image ${quote(image)} ${what}`,
      value: image,
      fix: 'make it from jenkins/jenkins:2.568.2-jdk21, and give it a version',
    },
  ];
  return isToken(image)
    ? []
    : [
        ...(/:[^/]*\balpine/.test(image)
          ? saying('is the Alpine variant by its tag, which lacks what the controller starts with')
          : []),
        ...(MOVES.test(image)
          ? saying('is another image with every release of Jenkins: the pinned plugins fit one version')
          : []),
      ];
}

function pluginProblem(plugin: string): Problem {
  const what = `plugin ${quote(plugin)} is not an id and a version`;
  return { code: 'jenkins-plugin', what, value: plugin, fix: 'write "slack:795.v4b_9705b_e6d47"' };
}

function optionProblems(prop: string, option: string): Problem[] {
  const open = OPEN_OPTION.test(option);
  const fits = /^-[A-Za-z][^\s"'\\$`]*$/.test(option) && !open;
  const what = `${prop} ${quote(option)} ${open ? 'changes how Jenkins keeps people out' : 'is no option of the Java machine'}`;
  return fits ? [] : [{ code: 'jenkins-option', what, value: option, fix: 'write "-XX:+UseZGC", or leave it out' }];
}

function agentProblems({ agents }: ResolvedJenkins): Problem[] {
  const sizes = Object.entries(agents.sizes).flatMap(([kind, { vcpu, memoryGib }]) => [
    ...amountProblems(`agents.sizes.${kind}.vcpu`, vcpu, 2),
    ...amountProblems(`agents.sizes.${kind}.memoryGib`, memoryGib, 4),
  ]);
  return [
    ...wholeNumber('agents.cap', agents.cap, 1, 500, 'Pods'),
    ...wholeNumber('agents.startSeconds', agents.startSeconds, 60, 3600, 'seconds'),
    ...wholeNumber('agents.deadlineMinutes', agents.deadlineMinutes, 5, 1440, 'minutes'),
    ...quantityProblems('agents.workspace', agents.workspace, '20Gi'),
    ...sizes,
  ];
}

function amountProblems(prop: string, value: unknown, example: number): Problem[] {
  const fits = typeof value === 'number' && Number.isFinite(value) && value > 0 && value <= 512;
  const what = `${prop} ${quote(value)} is not a number above 0`;
  return fits ? [] : [{ code: 'number-invalid', what, value, fix: `write ${prop}: ${example}` }];
}

/** Namespaces of the cluster itself. */
const OF_CLUSTER = Object.freeze(['kube-node-lease', 'kube-public', 'kube-system']);

/** Whoever may change what runs there rules the cluster. */
function clusterSpaceProblems({ environments }: Pick<ResolvedJenkins, 'environments'>): Problem[] {
  return Object.entries(environments)
    .filter(([, { name }]) => OF_CLUSTER.includes(name))
    .map(([purpose, { name }]) => ({
      code: 'jenkins-namespace',
      what: `environments.${purpose} is ${quote(name)}, and whoever changes what runs there rules the cluster`,
      value: name,
      fix: 'name a namespace of applications: JenkinsEnvironment.existing("shop")',
    }));
}

/** Whoever makes Pods in a namespace has every account of it: each purpose has one of its own. */
function namespaceProblems({ namespace, environments }: ResolvedJenkins): Problem[] {
  const of: readonly (readonly [string, string])[] = [
    ['the controller', namespace],
    ['agents', agentSpace(namespace)],
    ['releases', releaseSpace(namespace)],
    ['environments.test', environments.test.name],
    ['environments.production', environments.production.name],
  ];
  return of.flatMap(([purpose, name], index) => {
    const before = of.slice(0, index).find(([, other]) => other === name);
    const what = `${purpose} and ${before?.[0]} would share the namespace ${quote(name)}, and with it their rights`;
    const fix =
      'give one of the two another name: environments: { production: JenkinsEnvironment.made({ name: "shop" }) }';
    return before === undefined ? [] : [{ code: 'jenkins-namespace' as const, what, value: name, fix }];
  });
}

const MAIL = /^[^\s@<>"',;]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const ZONE = /^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z_+-]+)*$/;
const LOCALE = /^[a-z]{2,3}(_[A-Z]{2})?$/;

function wordProblems({ mail, timezone, locale }: ResolvedJenkins): Problem[] {
  return [
    ...unless(MAIL, 'mail', mail, 'an address of mail', 'jenkins@example.com'),
    ...unless(ZONE, 'timezone', timezone, 'a time zone by its IANA name', 'Asia/Shanghai'),
    ...unless(LOCALE, 'locale', locale, 'a language of Jenkins', 'zh_CN'),
  ];
}

function unless(pattern: RegExp, prop: string, value: string, is: string, example: string): Problem[] {
  const what = `${prop} ${quote(value)} is not ${is}`;
  return isToken(value) || pattern.test(value)
    ? []
    : [{ code: 'choice-invalid', what, value, fix: `write ${prop}: ${quote(example)}` }];
}
