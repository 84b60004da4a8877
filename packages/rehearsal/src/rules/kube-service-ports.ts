import { number, text, type Obj } from '../cty/value';
import { block, repeated } from './kube-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

/** Ports of a Service have names when there are several, and each stands there once. */
export const kubeServicePorts: Rule = {
  name: 'kube-service-ports',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  types: ['kubernetes_service', 'kubernetes_service_v1'],
  on: ['create', 'update'],
  check({ values }) {
    const spec = block(values, 'spec');
    const ports = blocks(spec.port);
    return [...names(ports), ...sockets(ports), ...policy(spec, ports)];
  },
};

function names(ports: readonly Obj[]): Refusal[] {
  const unnamed = ports.length > 1 ? ports.filter((port) => !text(port.name)) : [];
  return [
    ...unnamed.map((port) => ({
      what: `spec.ports.name: Required value for port ${String(port.port)}, since there are several`,
      fix: 'name every port of the Service',
    })),
    ...repeated(ports.map((port) => text(port.name) || undefined)).map((name) => ({
      what: `spec.ports.name: Duplicate value "${name}"`,
      fix: 'give each port its own name',
    })),
  ];
}

const sockets = (ports: readonly Obj[]): Refusal[] =>
  repeated(ports.map((port) => `${String(number(port.port))}/${text(port.protocol) ?? 'TCP'}`)).map((socket) => ({
    what: `spec.ports: Duplicate value ${socket}`,
    fix: 'declare each port once',
  }));

/** Only what is reached from outside has an external policy; only a headless or named Service has no ports. */
function policy(spec: Obj, ports: readonly Obj[]): Refusal[] {
  const type = text(spec.type) ?? 'ClusterIP';
  const external = text(spec.external_traffic_policy);
  const outside = type === 'LoadBalancer' || type === 'NodePort';
  return [
    ...(external && !outside
      ? [
          {
            what: `spec.externalTrafficPolicy: Invalid value "${external}": may only be set for externally-accessible services`,
            fix: 'leave it out, or make the Service a LoadBalancer',
          },
        ]
      : []),
    ...(ports.length === 0 && spec.cluster_ip !== 'None' && type !== 'ExternalName'
      ? [{ what: 'spec.ports: Required value', fix: 'give the Service a port' }]
      : []),
  ];
}
