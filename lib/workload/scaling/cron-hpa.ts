import type { Scaled } from './autoscaler-config';
import type { ScheduledScale } from './scale';

/** The component that runs schedules. */
export const CRON_HPA_ADDON = 'ack-kubernetes-cronhpa-controller';

/**
 * The object of the controller of CronHPA. Over an autoscaler it names the autoscaler, never the workload: two that set
 * the number of Pods would undo each other. Its API versions have a slash, without which the controller dies.
 */
export function cronHpa({ jobs, excludeDates, over }: ScheduledScale, of: Scaled) {
  const target = over ? { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler' } : of;
  return {
    apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
    kind: 'CronHorizontalPodAutoscaler',
    metadata: { name: of.name, labels: { 'controller-tools.k8s.io': '1.0' } },
    spec: {
      scaleTargetRef: { apiVersion: target.apiVersion, kind: target.kind, name: of.name },
      ...(excludeDates.length > 0 && { excludeDates: [...excludeDates] }),
      jobs: jobs.map(({ name, at, replicas, once = false }) => ({
        name,
        schedule: at,
        targetSize: replicas,
        runOnce: once,
      })),
    },
  };
}
