import type { Seed } from './seed';

/** Host of the simulated API server; `.invalid` never resolves, so nothing real can be reached by mistake. */
const HOST = 'rehearsal.invalid';

/** Address of a simulated cluster's API server. */
export const endpointOf = (clusterId: string): string => `https://${clusterId}.${HOST}:6443`;

/** The cluster behind a host, if it is one of ours. */
export const clusterOf = (host: string): string | undefined =>
  new RegExp(`^https://(c[0-9a-f]{32})(?:\\.[a-z-]+)*\\.${HOST.replace('.', '\\.')}:6443/?$`).exec(host)?.[1];

/** Something in the form of a PEM file, in base64 as kubeconfig files hold it. */
export function certificate(seed: Seed, kind = 'CERTIFICATE'): string {
  const body = seed.bytes(96).toString('base64');
  return Buffer.from(
    `-----BEGIN ${kind}-----\n${body.slice(0, 64)}\n${body.slice(64)}\n-----END ${kind}-----\n`,
  ).toString('base64');
}

/** A kubeconfig file that leads to the simulated cluster. */
export const kubeConfig = (clusterId: string, seed: Seed): string => `apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: ${endpointOf(clusterId)}
    certificate-authority-data: ${certificate(seed.at('ca'))}
contexts:
- name: kubernetes-admin-${clusterId}
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: kubernetes-admin-${clusterId}
preferences: {}
users:
- name: kubernetes-admin
  user:
    client-certificate-data: ${certificate(seed.at('client'))}
    client-key-data: ${certificate(seed.at('key'), 'RSA PRIVATE KEY')}
`;
