import { ClusterRoleBindingV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-binding-v1';
import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1';
import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1';
import type { Construct } from 'constructs';
import { cloudOf } from '../../core/cloud';
import { withDefaults } from '../../core/defaults';
import type { PodData } from '../../core/pod';
import { EMPTY_CONTAINER, EMPTY_POD } from '../pod/empty-pod';
import { podTemplate } from '../pod/pod-template';
import { labelsOf, selectorOf } from '../workload-labels';
import { CORE_DNS_REPLICAS_DEFAULTS, type CoreDnsReplicas } from './core-dns-props';

const NAME = 'dns-autoscaler';
const NAMESPACE = 'kube-system';
const TARGET = 'coredns';
const IMAGE = 'acs/cluster-proportional-autoscaler:1.8.4';
const HEALTH_PORT = 8080;
const API_GROUP = 'rbac.authorization.k8s.io';

/** What the controller counts: nodes that are none of ECI's. */
const REAL_NODES = 'type!=virtual-kubelet';

/** Makes the controller that keeps so many Pods of CoreDNS, with no more rights than that takes. */
export function scaleCoreDns(scope: Construct, replicas: CoreDnsReplicas): void {
  const { image, ...p } = withDefaults(replicas, CORE_DNS_REPLICAS_DEFAULTS);
  const own = { name: NAME, namespace: NAMESPACE, labels: { ...labelsOf(NAME) } };
  const account = new ServiceAccountV1(scope, NAME, { metadata: own, automountServiceAccountToken: false });
  const subject = [{ kind: 'ServiceAccount', name: NAME, namespace: NAMESPACE }];
  const rule = new ConfigMapV1(scope, `${NAME}-rule`, { metadata: own, data: { linear: linear(p) } });
  const rights = [...onNodes(scope, subject), ...inNamespace(scope, own, subject)];
  new DeploymentV1(scope, `${NAME}-deployment`, {
    metadata: own,
    spec: {
      replicas: '1',
      selector: { matchLabels: { ...selectorOf(NAME) } },
      template: podTemplate(controller(image ?? `registry-vpc.${cloudOf(scope).region}.aliyuncs.com/${IMAGE}`), {}),
    },
    // A controller that comes later is no reason to stop an apply; CoreDNS has its two Pods.
    waitForRollout: false,
    dependsOn: [account, rule, ...rights],
  });
}

/** The rule as the controller reads it; a change takes effect without a new Pod. */
function linear({ nodesPerReplica, coresPerReplica, min, max }: Omit<Required<CoreDnsReplicas>, 'image'>): string {
  return JSON.stringify({ coresPerReplica, nodesPerReplica, min, max, preventSinglePointFailure: true });
}

type Subject = readonly { readonly kind: string; readonly name: string; readonly namespace: string }[];

function onNodes(scope: Construct, subject: Subject) {
  const metadata = { name: `alicloud-constructs:${NAME}`, labels: { ...labelsOf(NAME) } };
  const role = new ClusterRoleV1(scope, `${NAME}-nodes`, {
    metadata,
    rule: [{ apiGroups: [''], resources: ['nodes'], verbs: ['list', 'watch'] }],
  });
  const roleRef = { apiGroup: API_GROUP, kind: 'ClusterRole', name: role.metadata.name };
  return [new ClusterRoleBindingV1(scope, `${NAME}-nodes-binding`, { metadata, roleRef, subject: [...subject] })];
}

function inNamespace(scope: Construct, metadata: { name: string; namespace: string }, subject: Subject) {
  const scale = { apiGroups: ['apps'], resources: ['deployments/scale'], verbs: ['get', 'update'] };
  const role = new RoleV1(scope, `${NAME}-role`, {
    metadata,
    rule: [
      { ...scale, resourceNames: [TARGET] },
      { apiGroups: [''], resources: ['configmaps'], resourceNames: [NAME], verbs: ['get'] },
    ],
  });
  const roleRef = { apiGroup: API_GROUP, kind: 'Role', name: role.metadata.name };
  return [new RoleBindingV1(scope, `${NAME}-role-binding`, { metadata, roleRef, subject: [...subject] })];
}

function controller(image: string): PodData {
  const amounts = { cpu: '100m', memory: '128Mi' };
  const command = [
    '/cluster-proportional-autoscaler',
    `--namespace=${NAMESPACE}`,
    `--configmap=${NAME}`,
    `--nodelabels=${REAL_NODES}`,
    `--target=Deployment/${TARGET}`,
    '--logtostderr=true',
    '--v=2',
  ];
  return {
    ...EMPTY_POD,
    labels: { ...labelsOf(NAME) },
    serviceAccountName: NAME,
    automountServiceAccountToken: true,
    priorityClassName: 'system-cluster-critical',
    runAsNonRoot: true,
    runAsUser: 65_534,
    containers: [
      {
        ...EMPTY_CONTAINER,
        name: 'autoscaler',
        image,
        command,
        requests: amounts,
        limits: amounts,
        liveness: { action: { kind: 'http', path: '/healthz', port: HEALTH_PORT }, initialDelaySeconds: 15 },
        security: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  };
}
