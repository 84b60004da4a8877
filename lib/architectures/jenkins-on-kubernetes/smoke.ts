import type { JenkinsApplication } from './jenkins-application';

/** The address that answers when an application is well. */
export function smokeOf(
  { name, workload = {}, smoke = {} }: Pick<JenkinsApplication, 'name' | 'workload' | 'smoke'>,
  namespace: string,
  environment: 'test' | 'production',
): string {
  return smoke[environment] ?? `http://${workload.name ?? name}.${namespace}:8080/`;
}
