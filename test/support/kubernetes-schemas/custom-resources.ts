import type { SchemaObject } from 'ajv';
import { idOf } from './assembly';
import { ALB_CONFIG, IMAGE_CACHE } from './cloud-resources';
import { telemetry } from './telemetry';
import { anything, count, countOrShare, flag, labels, list, oneOf, only, text, whole } from './words';

/** A custom resource definition as far as our objects use it, in our own words. */
export interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Where the definition was read. */
  readonly source: string;
  readonly namespaced: boolean;
  readonly spec: SchemaObject;
}

const target = only({ apiVersion: text, kind: text, name: text }, ['apiVersion', 'kind', 'name']);

/** The custom resources that this library makes or helps to make. Fields of Kubernetes' own types refer to its schemas. */
export const customResources = (minor: number): readonly CustomResource[] => {
  const core = (name: string): SchemaObject => ({ $ref: idOf(minor, `io.k8s.api.${name}`) });
  const tolerations = list(core('core.v1.Toleration'));
  const template = (spec: string): SchemaObject =>
    only({ metadata: only({ labels, annotations: labels }), spec: core(spec) }, ['spec']);
  return [
    {
      apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
      kind: 'ResourcePolicy',
      source:
        'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/configure-priority-based-resource-scheduling',
      namespaced: true,
      spec: only(
        {
          // A map of labels, not a label selector.
          selector: labels,
          strategy: oneOf('prefer'),
          units: list(
            only(
              {
                resource: oneOf('ecs', 'eci', 'acs', 'elastic'),
                nodeSelector: labels,
                max: count,
                maxResources: { type: 'object', additionalProperties: { type: ['integer', 'string'] } },
                podLabels: labels,
                podAnnotations: labels,
              },
              ['resource'],
            ),
            1,
          ),
          preemptPolicy: oneOf('AfterAllUnits', 'BeforeNextUnit'),
          ignorePreviousPod: flag,
          ignoreTerminatingPod: flag,
          matchLabelKeys: list(text),
          whenTryNextUnits: only({
            policy: oneOf('ExceedMax', 'LackResourceOrExceedMax', 'TimeoutOrExceedMax', 'LackResourceAndNoTerminating'),
            timeout: { type: 'string', pattern: '^(\\d+h)?(\\d+m)?(\\d+s)?$', minLength: 2 },
          }),
        },
        ['units'],
      ),
    },
    {
      apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
      kind: 'CronHorizontalPodAutoscaler',
      source:
        'https://github.com/AliyunContainerService/kubernetes-cronhpa-controller/tree/master/config/crds (autoscaling.alibabacloud.com_cronhorizontalpodautoscalers.v1.22.yaml)',
      namespaced: true,
      spec: only(
        {
          // The controller ends abnormally for a group without a version.
          scaleTargetRef: {
            ...target,
            properties: { ...target.properties, apiVersion: { type: 'string', pattern: '/' } },
          },
          excludeDates: list(text),
          jobs: list(
            only(
              {
                name: text,
                // Six fields, the first for seconds; or a period, or a date.
                schedule: { type: 'string', pattern: '^(@(every|date) .+|@\\w+|(\\S+\\s+){5}\\S+)$' },
                targetSize: whole,
                runOnce: flag,
              },
              ['name', 'schedule', 'targetSize'],
            ),
          ),
        },
        ['jobs', 'scaleTargetRef'],
      ),
    },
    {
      apiVersion: 'apps.kruise.io/v1alpha1',
      kind: 'WorkloadSpread',
      source: 'https://github.com/openkruise/kruise/blob/master/config/crd/bases/apps.kruise.io_workloadspreads.yaml',
      namespaced: true,
      spec: only(
        {
          targetRef: target,
          targetFilter: only({ selector: anything, replicasPathList: list(text) }),
          subsets: list(
            only(
              {
                name: text,
                requiredNodeSelectorTerm: core('core.v1.NodeSelectorTerm'),
                preferredNodeSelectorTerms: list(core('core.v1.PreferredSchedulingTerm')),
                tolerations,
                maxReplicas: countOrShare,
                patch: anything,
              },
              ['name'],
            ),
          ),
          scheduleStrategy: only({
            type: oneOf('Adaptive', 'Fixed', ''),
            adaptive: only({ disableSimulationSchedule: flag, rescheduleCriticalSeconds: whole }),
          }),
        },
        ['subsets', 'targetRef'],
      ),
    },
    {
      apiVersion: 'apps.kruise.io/v1alpha1',
      kind: 'UnitedDeployment',
      source: 'https://github.com/openkruise/kruise/blob/master/config/crd/bases/apps.kruise.io_uniteddeployments.yaml',
      namespaced: true,
      spec: only(
        {
          replicas: whole,
          selector: { $ref: idOf(minor, 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector') },
          template: {
            ...only({
              deploymentTemplate: template('apps.v1.DeploymentSpec'),
              statefulSetTemplate: template('apps.v1.StatefulSetSpec'),
              // Kinds of OpenKruise's own, not described here.
              cloneSetTemplate: anything,
              advancedStatefulSetTemplate: anything,
            }),
            maxProperties: 1,
          },
          topology: only({
            subsets: list(
              only(
                {
                  name: text,
                  nodeSelectorTerm: core('core.v1.NodeSelectorTerm'),
                  tolerations,
                  replicas: countOrShare,
                  minReplicas: countOrShare,
                  maxReplicas: countOrShare,
                  patch: anything,
                },
                ['name'],
              ),
            ),
            scheduleStrategy: only({
              type: oneOf('Adaptive', 'Fixed', ''),
              adaptive: only({
                rescheduleCriticalSeconds: whole,
                unschedulableDuration: whole,
                reserveUnschedulablePods: flag,
              }),
            }),
          }),
          updateStrategy: only({
            type: oneOf('Manual'),
            manualUpdate: only({ partitions: { type: 'object', additionalProperties: whole } }),
          }),
          revisionHistoryLimit: whole,
        },
        ['selector'],
      ),
    },
    ALB_CONFIG,
    IMAGE_CACHE,
    ...telemetry(minor),
  ];
};
