import type { AddonRow } from '../addon-row';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;

/** Workloads of other kinds than Kubernetes' own. */
export const DELIVERY: readonly AddonRow[] = [
  {
    name: 'ack-kruise',
    does: 'brings workloads and releases of OpenKruise',
    kinds: EVERYWHERE,
    source: 'help',
  },
  {
    name: 'knative',
    does: 'brings Knative Serving',
    kinds: EVERYWHERE,
    after: ['alb-ingress-controller', 'mse-ingress-controller'],
    source: 'doc',
  },
  {
    name: 'appcenter',
    does: 'released applications over several clusters',
    kinds: EVERYWHERE,
    warning: 'ACK does not maintain appcenter any more: ACK One releases applications over several clusters',
    source: 'help',
  },
  chart('ack-spark-operator', 'runs Spark applications'),
  chart('alluxio', 'caches data beside computation'),
  chart('ack-keda', 'scales by events'),
  {
    ...chart('ack-virtual-kubelet-autoscaler', 'sent Pods to ECI when nodes were full'),
    kinds: everywhere({
      never: 'nobody maintains it any more',
      instead: 'use Burst.afterEcs on a Pro cluster, which gives the same with a hard order',
    }),
  },
];

/** A Helm chart that people look for among components. */
function chart(name: string, does: string): AddonRow {
  const never = `${name} is a Helm chart and no component`;
  return {
    name,
    does,
    kinds: everywhere({ never, instead: 'install the chart in the WorkloadStack of the cluster' }),
    source: 'help',
  };
}

function everywhere<S>(standing: S): { managed: S; dedicated: S; serverless: S } {
  return { managed: standing, dedicated: standing, serverless: standing };
}
