import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { Amounts, ContainerData, ProbeData } from '../../core/pod';
import { byteProblems, quantityOf, quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { imageProblems } from './image';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const PORT_NAME = /^(?=[a-z0-9-]{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** Everything that is wrong with a container. @param at how errors call it, such as `sidecars[0]` */
export function containerProblems(at: string, container: ContainerData): Problem[] {
  return [
    ...kubernetesNameProblems(`name of ${at}`, container.name),
    ...imageProblems(`image of ${at}`, container.image),
    ...amountProblems(at, container.requests, container.limits),
    ...portProblems(at, container),
    ...environmentProblems(at, container),
    ...mountProblems(at, container),
    ...(['startup', 'readiness', 'liveness'] as const).flatMap((kind) => probeProblems(at, kind, container)),
  ];
}

const EXAMPLES = { cpu: '500m', memory: '1Gi', ephemeralStorage: '10Gi' } as const;

/** Problems with requests and limits: not quantities, or a limit below its request, which Kubernetes refuses. */
export function amountProblems(at: string, requests: Amounts = {}, limits: Amounts = {}): Problem[] {
  return (Object.keys(EXAMPLES) as (keyof Amounts)[]).flatMap((kind) => {
    const problems = kind === 'cpu' ? quantityProblems : byteProblems;
    const wrong = [
      ...problems(`requests.${kind} of ${at}`, requests[kind], EXAMPLES[kind]),
      // Limits that were left out are the requests.
      ...(limits[kind] === requests[kind] ? [] : problems(`limits.${kind} of ${at}`, limits[kind], EXAMPLES[kind])),
    ];
    return wrong.length > 0 ? wrong : belowRequest(at, kind, requests[kind], limits[kind]);
  });
}

function belowRequest(at: string, kind: string, request: string | undefined, limit: string | undefined): Problem[] {
  if (request === undefined || limit === undefined || limit === request || isToken(request) || isToken(limit)) {
    return [];
  }
  const what = `limits.${kind} ${quote(limit)} of ${at} is below its requests.${kind} ${quote(request)}`;
  const fix = `write limits: { ${kind}: ${quote(request)} } or more, or leave it out`;
  return quantityOf(limit)! < quantityOf(request)! ? [{ code: 'limit-below-request', what, value: limit, fix }] : [];
}

function portProblems(at: string, { ports }: ContainerData): Problem[] {
  const numbers = ports.map(({ port, protocol }) => `${String(port)}/${protocol}`);
  const names = ports.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index);
  return [
    ...ports.flatMap(({ port }) => wholeNumber(`port of ${at}`, port, 1, 65535)),
    ...ports.flatMap(({ protocol }) => oneOf(`protocol of ${at}`, protocol, ['TCP', 'UDP'])),
    ...names.filter((name) => !isToken(name) && !PORT_NAME.test(name)).map((name) => portNameProblem(at, name)),
    ...[...twice(numbers), ...twice(names)].map((value) => ({
      code: 'list-duplicate' as const,
      what: `ports of ${at} name ${quote(value)} twice`,
      value,
      fix: 'give every port its own number and name',
    })),
  ];
}

function portNameProblem(at: string, name: string): Problem {
  const what = `port name ${quote(name)} of ${at} is not 1 to 15 lower-case letters, digits and single hyphens`;
  return { code: 'kubernetes-name', what, value: name, fix: 'write a name such as "metrics"' };
}

function environmentProblems(at: string, { env }: ContainerData): Problem[] {
  return Object.entries(env).flatMap(([name, value]: [string, unknown]): Problem[] => {
    if (!VARIABLE.test(name)) {
      const what = `variable ${quote(name)} of ${at} is not letters, digits, "_", "." and "-", no digit first`;
      return [{ code: 'variable-name', what, value: name, fix: 'write a name such as "DATABASE_HOST"' }];
    }
    if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) {
      const what = `variable ${name} of ${at} is ${quote(value)}; variables are text`;
      return [{ code: 'type-invalid', what, value, fix: `write ${name}: ${quote(String(value))}` }];
    }
    return [];
  });
}

function mountProblems(at: string, { mounts }: ContainerData): Problem[] {
  return mounts
    .filter(({ path }) => !isToken(path) && (!path.startsWith('/') || path.includes(':')))
    .map(({ path }) => ({
      code: 'mount-path' as const,
      what: `mount path ${quote(path)} of ${at} is not absolute, or has a colon`,
      value: path,
      fix: 'write a path such as "/var/lib/app"',
    }));
}

function probeProblems(at: string, kind: 'startup' | 'readiness' | 'liveness', container: ContainerData): Problem[] {
  const probe = container[kind];
  return probe === undefined
    ? []
    : [
        ...rhythmProblems(`${kind} probe of ${at}`, kind, probe),
        ...actionProblems(`${kind} probe of ${at}`, probe, container),
      ];
}

function rhythmProblems(at: string, kind: string, probe: ProbeData): Problem[] {
  return [
    ...wholeNumber(`initialDelaySeconds of ${at}`, probe.initialDelaySeconds, 0, 3600),
    ...wholeNumber(`periodSeconds of ${at}`, probe.periodSeconds, 1, 3600),
    ...wholeNumber(`timeoutSeconds of ${at}`, probe.timeoutSeconds, 1, 3600),
    ...wholeNumber(`failureThreshold of ${at}`, probe.failureThreshold, 1, 1000),
    // Kubernetes takes only 1 for the other two.
    ...wholeNumber(`successThreshold of ${at}`, probe.successThreshold, 1, kind === 'readiness' ? 100 : 1),
  ];
}

function actionProblems(at: string, { action }: ProbeData, { ports }: ContainerData): Problem[] {
  if (action.kind === 'exec') {
    const what = `command of ${at} is empty`;
    return action.command.length > 0 ? [] : [{ code: 'list-empty', what, fix: 'write the command and its arguments' }];
  }
  const known = ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => port);
  const listed = known.length === 0 || isToken(action.port) || known.includes(action.port);
  const path = action.kind === 'http' ? action.path : '/';
  return [
    ...wholeNumber(`port of ${at}`, action.port, 1, 65535),
    ...(listed ? [] : [unlistedPort(at, action.port, known)]),
    ...(isToken(path) || (typeof path === 'string' && path.startsWith('/')) ? [] : [relativePath(at, path)]),
  ];
}

function unlistedPort(at: string, port: unknown, known: readonly number[]): Problem {
  const what = `port ${quote(port)} of ${at} is none of the container's TCP ports ${known.map(quote).join(', ')}`;
  return { code: 'probe-port', what, value: port, fix: `write port: ${quote(known[0])}, or list the port` };
}

function relativePath(at: string, path: unknown): Problem {
  const what = `path ${quote(path)} of ${at} does not begin with "/"`;
  return { code: 'mount-path', what, value: path, fix: `write "/${String(path)}"` };
}
