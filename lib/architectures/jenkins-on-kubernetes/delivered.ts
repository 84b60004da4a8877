import type { TerraformResourceLifecycle } from 'cdktf';
import { quote, type Problem } from '../../core/errors';
import type { IWorkload } from '../../core/workload';
import type { ApplicationSettings } from './configuration/settings';

const KINDS = Object.freeze({ deployment: 'Deployment', statefulset: 'StatefulSet' });

/** What speaks against a workload being the one that the pipelines of an application give their images to. */
export function deliveryProblems(application: ApplicationSettings, workload: IWorkload): Problem[] {
  const { name, namespaces } = application;
  const { kind, name: called, container } = application.workload;
  const is = `${workload.workloadKind} ${quote(workload.workloadName)} in ${quote(workload.namespace.namespaceName)}`;
  const problem = (what: string, fix: string): Problem => ({ code: 'jenkins-application', what, value: name, fix });
  const wanted = `the pipelines of ${quote(name)} change the ${KINDS[kind]} ${quote(called)}`;
  const same = workload.workloadKind === KINDS[kind] && workload.workloadName === called;
  const spaces = Object.values(namespaces);
  return [
    ...(same
      ? []
      : [
          problem(
            `${wanted}, and this is the ${is}`,
            `write workload: { kind: ${quote(workload.workloadKind.toLowerCase())}, name: ${quote(workload.workloadName)} } of the application`,
          ),
        ]),
    ...(spaces.includes(workload.namespace.namespaceName)
      ? []
      : [
          problem(
            `${wanted} in ${spaces.map(quote).join(' and ')}, and this is the ${is}`,
            'create it in ci.environments.test',
          ),
        ]),
    ...(same && indexOf(container, workload) < 0
      ? [
          problem(
            `${wanted}, its container ${quote(container)}, which it has not`,
            `write workload: { container: ${quote(workload.pod.data.containers[0]?.name)} } of the application`,
          ),
        ]
      : []),
  ];
}

/**
 * Leaves the image of a workload to the pipelines: Terraform makes it with the image of the program, and from then on keeps the
 * one that runs. Otherwise every apply would take back what was released.
 */
export function leaveImage({ workload: { container } }: ApplicationSettings, workload: IWorkload): void {
  const resource = workload.resource as { lifecycle?: TerraformResourceLifecycle };
  const { ignoreChanges = [] } = resource.lifecycle ?? {};
  const image = `spec[0].template[0].spec[0].container[${indexOf(container, workload)}].image`;
  const before = typeof ignoreChanges === 'string' ? [ignoreChanges] : ignoreChanges;
  resource.lifecycle = { ...resource.lifecycle, ignoreChanges: [...new Set([...before, image])].sort() };
}

function indexOf(container: string, { pod }: IWorkload): number {
  return pod.data.containers.findIndex(({ name }) => name === container);
}
