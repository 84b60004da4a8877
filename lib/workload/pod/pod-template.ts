import type {
  DeploymentV1SpecTemplate as Template,
  DeploymentV1SpecTemplateSpec as Spec,
} from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { literals } from '../../core/literal';
import type { PodData } from '../../core/pod';
import { entriesOf, someOf } from './blocks';
import { containerBlock } from './container-block';
import { placementBlocks } from './placement-block';
import { volumeBlock } from './volume-block';

/**
 * The provider's template block of a Pod; the same for Deployments, StatefulSets, DaemonSets, Jobs and CronJobs. No block
 * is empty, every default of the provider that differs from Kubernetes' is written out, and quantities are written as
 * the API server writes them, so that the next plan is empty.
 *
 * @param selector labels by which the workload finds its Pods; spreading and keeping apart count those
 */
export function podTemplate(data: PodData, selector: Readonly<Record<string, string>>): Template {
  return literals({
    metadata: { labels: entriesOf(data.labels), annotations: entriesOf(data.annotations) },
    spec: podSpec(data, selector),
  });
}

function podSpec(data: PodData, selector: Readonly<Record<string, string>>): Spec {
  return {
    serviceAccountName: data.serviceAccountName,
    automountServiceAccountToken: data.automountServiceAccountToken,
    // Variables for every Service of the namespace collide with the application's own, WORDPRESS_PORT for one.
    enableServiceLinks: false,
    hostNetwork: data.hostNetwork || undefined,
    priorityClassName: data.priorityClassName,
    restartPolicy: data.restartPolicy,
    terminationGracePeriodSeconds: data.terminationGracePeriodSeconds,
    imagePullSecrets: someOf(data.imagePullSecrets.map((name) => ({ name }))),
    readinessGate: someOf(data.readinessGates.map((conditionType) => ({ conditionType }))),
    ...placementBlocks(data, selector),
    ...dnsBlocks(data.dns),
    securityContext: securityBlock(data),
    initContainer: someOf(data.initContainers.map((one) => containerBlock(one, data.runAsNonRoot))),
    container: data.containers.map((one) => containerBlock(one, data.runAsNonRoot)),
    volume: someOf(data.volumes.filter(({ source }) => source.kind !== 'claim-template').map(volumeBlock)),
  };
}

function dnsBlocks(dns: PodData['dns']): Pick<Spec, 'dnsPolicy' | 'dnsConfig'> {
  const config = {
    nameservers: someOf(dns?.nameservers),
    searches: someOf(dns?.searches),
    // An option without a value, such as use-vc, is written with an empty one.
    option: someOf(
      Object.entries(dns?.options ?? {}).map(([name, value]) => ({ name, value: value === '' ? undefined : value })),
    ),
  };
  const some = Object.values(config).some((list) => list !== undefined);
  return { dnsPolicy: dns?.policy, dnsConfig: some ? config : undefined };
}

/**
 * Absent when nothing is said: an empty seccomp block would mean Unconfined. A block without `runAsNonRoot` is sent as
 * false, which Pod Security `restricted` refuses even when every container says true.
 */
function securityBlock(data: PodData): Spec['securityContext'] {
  const { fsGroup, runAsUser, runAsGroup, runAsNonRoot, seccompProfile } = data;
  const said = [fsGroup, runAsUser, runAsGroup, runAsNonRoot, seccompProfile].some((one) => one !== undefined);
  return said
    ? {
        fsGroup: numberText(fsGroup),
        // A share with many files is not walked at every start.
        fsGroupChangePolicy: fsGroup === undefined ? undefined : 'OnRootMismatch',
        runAsUser: numberText(runAsUser),
        runAsGroup: numberText(runAsGroup),
        runAsNonRoot,
        seccompProfile: seccompProfile && { type: seccompProfile },
      }
    : undefined;
}

function numberText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
