import type { AgentContainer } from './agent-pod-data';
import type { RegistrySettings } from './settings';

/** Where containers find what logs in to the registry. */
export const LOGIN_MOUNT = '/registry-login';

/**
 * Copies the program that logs in to the registry to where builder and scanner find it, beside the file that tells them to
 * ask it. It takes the role of the Pod's service account, whose token the cluster puts into the Pod, for a login that
 * ends within the hour: there is no password anywhere.
 *
 * Source: https://github.com/mozillazg/docker-credential-acr-helper/blob/v0.4.0/README.md
 */
export function loginContainer(registry: RegistrySettings, image: string): AgentContainer {
  const config = JSON.stringify({ credHelpers: { [registry.host]: 'acr-helper' } });
  const script = `cp "$(command -v docker-credential-acr-helper)" ${LOGIN_MOUNT}/ && printf '%s' "$LOGIN_CONFIG" > ${LOGIN_MOUNT}/config.json`;
  return {
    name: 'registry-login',
    image,
    command: ['sh', '-c', script],
    env: { LOGIN_CONFIG: config },
    security: { user: 1000, capabilities: [] },
    resources: { cpu: '250m', memory: '256Mi' },
    mounts: { 'registry-login': LOGIN_MOUNT },
  };
}

/**
 * What the login needs to know. With the instance it need not look for it, so that its role can do without `cr:ListInstance`.
 *
 * Source: https://github.com/mozillazg/docker-credential-acr-helper/blob/v0.4.0/pkg/acr/registry.go
 */
export function loginEnv({ instanceId, region }: RegistrySettings): Readonly<Record<string, string>> {
  return {
    DOCKER_CONFIG: LOGIN_MOUNT,
    ...(instanceId === undefined
      ? {}
      : { DOCKER_CREDENTIAL_ACR_HELPER_INSTANCE_ID: instanceId, DOCKER_CREDENTIAL_ACR_HELPER_REGION: region }),
  };
}
