import { aWeb, CONTAINER, l1, LABELS, web, type Cases, type Fields, type Program } from '../programs';

const right = { 'a Deployment as it should be': aWeb() };
const container = (change: Fields): Program => aWeb({ container: change });
const pod = (change: Fields): Program => aWeb({ pod: change });
const security = (change: Fields): Program =>
  container({ securityContext: { ...CONTAINER.securityContext, ...change } });

/** The one container twice: what is said of the second only. */
const sidecar = (change: Fields): Program => pod({ container: [CONTAINER, { ...CONTAINER, name: 'log', ...change }] });

const metadata = { name: 'web', namespace: 'shop' };
const scaler =
  (spec: Fields, options: Parameters<typeof web>[1] = {}): Program =>
  (stack) => {
    web(stack, options);
    l1(stack, 'kubernetes_horizontal_pod_autoscaler_v2', 'scaler', {
      metadata,
      spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, ...spec },
    });
  };

const range =
  (limit: Fields): Program =>
  (stack) => {
    web(stack, { container: { resources: undefined } });
    l1(stack, 'kubernetes_limit_range_v1', 'range', {
      metadata: { name: 'limits', namespace: 'shop' },
      spec: { limit: [{ type: 'Container', ...limit }] },
    });
  };

const job = (container: Fields): Program => {
  return (stack) =>
    void l1(stack, 'kubernetes_cron_job_v1', 'x', {
      metadata: { name: 'nightly', namespace: 'shop' },
      spec: {
        schedule: '0 3 * * *',
        jobTemplate: {
          metadata: {},
          spec: { template: { metadata: {}, spec: { container: [{ ...CONTAINER, ...container }] } } },
        },
      },
    });
};

/** A budget of a Deployment with so many Pods. */
const budgetOf =
  (budget: Fields, replicas: string): Program =>
  (stack) => {
    l1(stack, 'kubernetes_deployment_v1', 'web', {
      metadata,
      spec: {
        replicas,
        selector: { matchLabels: LABELS },
        template: { metadata: { labels: LABELS }, spec: { container: [CONTAINER] } },
      },
    });
    l1(stack, 'kubernetes_pod_disruption_budget_v1', 'x', {
      metadata,
      spec: { selector: { matchLabels: LABELS }, ...budget },
    });
  };

export const PODS: Readonly<Record<string, Cases>> = {
  'requests-set': {
    wrong: {
      'no resources at all': container({ resources: undefined }),
      'no memory': container({ resources: { requests: { cpu: '1' } } }),
      'the second container': sidecar({ resources: undefined }),
      'an init container': pod({ initContainer: [{ name: 'init', image: 'acme/init:1.0' }] }),
      'a CronJob': job({ resources: undefined }),
      'a LimitRange that fills in cpu only': range({ defaultRequest: { cpu: '100m' } }),
    },
    right: {
      ...right,
      'a limit counts as the request': container({ resources: { limits: { cpu: '1', memory: '1Gi' } } }),
      'the LimitRange of the namespace': range({ defaultRequest: { cpu: '100m', memory: '128Mi' } }),
      'the default limit of the namespace': range({ default: { cpu: '1', memory: '1Gi' } }),
    },
  },
  'limits-set': {
    wrong: {
      'requests only': container({ resources: { requests: { cpu: '1', memory: '1Gi' } } }),
      'a LimitRange that fills in requests only': range({ defaultRequest: { cpu: '100m', memory: '128Mi' } }),
    },
    right: { ...right, 'the LimitRange of the namespace': range({ default: { cpu: '1', memory: '1Gi' } }) },
  },
  'readiness-probe': {
    wrong: {
      none: container({ readinessProbe: undefined }),
      'a StatefulSet': aWeb({ type: 'kubernetes_stateful_set_v1', container: { readinessProbe: undefined } }),
    },
    right: {
      ...right,
      'no Service asks for it': aWeb({ container: { readinessProbe: undefined }, service: false }),
      'a Service of other Pods': aWeb({
        container: { readinessProbe: undefined },
        service: { selector: { app: 'api' } },
      }),
      'one of two containers': sidecar({ readinessProbe: undefined }),
    },
  },
  'liveness-probe': {
    wrong: { none: container({ livenessProbe: undefined }) },
    right: { ...right, 'a CronJob ends by itself': job({ livenessProbe: undefined }) },
  },
  'http-probe': {
    wrong: {
      'a port called http': container({ readinessProbe: { tcpSocket: [{ port: 'http' }] } }),
      'port 80': container({ port: [{ containerPort: 80 }], readinessProbe: { tcpSocket: [{ port: '80' }] } }),
      'a Service port called http': aWeb({
        container: { port: [{ name: 'web', containerPort: 9000 }], readinessProbe: { tcpSocket: [{ port: '9000' }] } },
        service: { port: [{ name: 'http', port: 80, targetPort: 'web' }] },
      }),
    },
    right: {
      ...right,
      'a database': container({
        port: [{ name: 'redis', containerPort: 6379 }],
        readinessProbe: { tcpSocket: [{ port: 'redis' }] },
      }),
      'a command': container({ readinessProbe: { exec: { command: ['/ready'] } } }),
    },
  },
  'pre-stop': {
    wrong: { none: container({ lifecycle: undefined }) },
    right: { ...right, 'no Service asks for it': aWeb({ container: { lifecycle: undefined }, service: false }) },
  },
  'grace-period': {
    wrong: {
      'as long as the sleep': pod({ terminationGracePeriodSeconds: 15 }),
      'the default of 30': container({
        lifecycle: { preStop: [{ exec: { command: ['/bin/sh', '-c', 'sleep 45'] } }] },
      }),
    },
    right: {
      ...right,
      'longer than the sleep': pod({ terminationGracePeriodSeconds: 16 }),
      'a script of its own': container({ lifecycle: { preStop: [{ exec: { command: ['/drain.sh', '300'] } }] } }),
    },
  },
  'two-replicas': {
    wrong: {
      one: aWeb({ spec: { replicas: '1' } }),
      'one by default': aWeb({ spec: { replicas: undefined } }),
      'an autoscaler that goes down to one': scaler({ minReplicas: 1 }),
    },
    right: {
      ...right,
      'an autoscaler with two at least': scaler({ minReplicas: 2 }, { spec: { replicas: undefined } }),
      'a worker without a Service': aWeb({ spec: { replicas: '1' }, service: false }),
      'switched off': aWeb({ spec: { replicas: '0' } }),
      'a number that is known later': aWeb({ spec: { replicas: '${var.replicas}' } }),
    },
  },
  spread: {
    wrong: {
      'nothing said': pod({ topologySpreadConstraint: undefined }),
      'an autoscaler with two at least': scaler(
        { minReplicas: 2 },
        { spec: { replicas: undefined }, pod: { topologySpreadConstraint: undefined } },
      ),
    },
    right: {
      ...right,
      'an anti-affinity': pod({
        topologySpreadConstraint: undefined,
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { topologyKey: 'kubernetes.io/hostname', labelSelector: [{ matchLabels: LABELS }] },
            ],
          },
        },
      }),
      'one Pod': aWeb({ spec: { replicas: '1' }, pod: { topologySpreadConstraint: undefined } }),
      'a DaemonSet': aWeb({ type: 'kubernetes_daemon_set_v1', pod: { topologySpreadConstraint: undefined } }),
    },
  },
  'disruption-budget': {
    wrong: {
      none: aWeb({ budget: false }),
      'a budget of other Pods': aWeb({ budget: { selector: { matchLabels: { app: 'api' } } } }),
    },
    right: { ...right, 'one Pod': aWeb({ spec: { replicas: '1' }, budget: false }) },
  },
  'disruption-budget-open': {
    wrong: {
      'nobody may go': (stack) =>
        void l1(stack, 'kubernetes_pod_disruption_budget_v1', 'x', {
          metadata,
          spec: { maxUnavailable: '0', selector: { matchLabels: LABELS } },
        }),
      'everybody must stay': (stack) =>
        void l1(stack, 'kubernetes_pod_disruption_budget_v1', 'x', {
          metadata,
          spec: { minAvailable: '100%', selector: { matchLabels: LABELS } },
        }),
      'as many must stay as there are': budgetOf({ minAvailable: '3' }, '3'),
      'rounded up, as many must stay as there are': budgetOf({ minAvailable: '90%' }, '3'),
    },
    right: {
      ...right,
      'one of three may go': budgetOf({ minAvailable: '2' }, '3'),
      'a share that leaves one': budgetOf({ minAvailable: '60%' }, '3'),
      'of Pods that nobody has counted': budgetOf({ minAvailable: '3' }, '${var.replicas}'),
      'of Pods that are not here': (stack) =>
        void l1(stack, 'kubernetes_pod_disruption_budget_v1', 'x', {
          metadata,
          spec: { minAvailable: '3', selector: { matchLabels: LABELS } },
        }),
    },
  },
  'one-scaler': {
    wrong: { 'replicas beside an autoscaler': scaler({ minReplicas: 2 }) },
    right: {
      ...right,
      'replicas left out': scaler({ minReplicas: 2 }, { spec: { replicas: undefined } }),
      'replicas left alone': scaler(
        { minReplicas: 2 },
        { more: { lifecycle: { ignoreChanges: ['spec[0].replicas'] } } },
      ),
      'an autoscaler of another Deployment': scaler({
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
      }),
    },
  },
  'image-tag': {
    wrong: {
      latest: container({ image: 'nginx:latest' }),
      'no tag': container({ image: 'nginx' }),
      'no tag at a registry with a port': container({ image: 'registry.example:5000/nginx' }),
      'a CronJob': job({ image: 'busybox' }),
    },
    right: {
      ...right,
      'a digest': container({ image: `nginx@sha256:${'0'.repeat(64)}` }),
      'a registry with a port': container({ image: 'registry.example:5000/nginx:1.27' }),
      'known later': container({ image: '${var.image}' }),
    },
  },
  'no-privileged': { wrong: { privileged: security({ privileged: true }) }, right },
  'no-root': {
    wrong: {
      'the container': security({ runAsUser: '0' }),
      'the Pod': pod({ securityContext: { runAsUser: '0' } }),
    },
    right: {
      ...right,
      'a container that is not, in a Pod that is': aWeb({
        pod: { securityContext: { runAsUser: '0' } },
        container: { securityContext: { ...CONTAINER.securityContext, runAsUser: '1000' } },
      }),
    },
  },
  'non-root': {
    wrong: {
      'nothing said': pod({ securityContext: {} }),
      'asked not to care': security({ runAsNonRoot: false }),
    },
    right: { ...right, 'a user that is not root': pod({ securityContext: { runAsUser: '1000' } }) },
  },
  'privilege-escalation': {
    wrong: {
      'nothing said': container({ securityContext: undefined }),
      'a context that leaves it out, of which the provider makes yes': container({
        securityContext: { readOnlyRootFilesystem: true },
      }),
    },
    right,
  },
  capabilities: {
    wrong: {
      'the host’s': security({ capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } }),
      all: security({ capabilities: { add: ['ALL'] } }),
    },
    right: { ...right, 'of the baseline': security({ capabilities: { add: ['NET_BIND_SERVICE', 'CAP_CHOWN'] } }) },
  },
  'capabilities-dropped': { wrong: { 'nothing said': security({ capabilities: undefined }) }, right },
  'read-only-root': { wrong: { 'nothing said': security({ readOnlyRootFilesystem: undefined }) }, right },
  seccomp: {
    wrong: {
      'nothing said': pod({ securityContext: { runAsNonRoot: true } }),
      unconfined: pod({ securityContext: { seccompProfile: { type: 'Unconfined' } } }),
    },
    right,
  },
  'host-namespaces': {
    wrong: { network: pod({ hostNetwork: true }), processes: pod({ hostPid: true }), memory: pod({ hostIpc: true }) },
    right,
  },
  'host-path': {
    wrong: {
      'the socket of the runtime': pod({
        volume: [{ name: 'run', hostPath: { path: '/run/containerd/containerd.sock' } }],
      }),
      'a folder that is written to': aWeb({
        pod: { volume: [{ name: 'data', hostPath: { path: '/data' } }] },
        container: { volumeMount: [{ name: 'data', mountPath: '/data' }] },
      }),
      'that comes before the one Pod of the node': pod({ volume: [{ name: 'all', hostPath: { path: '/' } }] }),
    },
    right: {
      ...right,
      'logs that are read': aWeb({
        type: 'kubernetes_daemon_set_v1',
        pod: { volume: [{ name: 'logs', hostPath: { path: '/var/log' } }] },
        container: { volumeMount: [{ name: 'logs', mountPath: '/logs', readOnly: true }] },
      }),
    },
  },
  'service-account-token': {
    wrong: { 'nothing said': pod({ automountServiceAccountToken: undefined }) },
    right: {
      ...right,
      'an account of its own': pod({ automountServiceAccountToken: true, serviceAccountName: 'web' }),
      'an account that gives none': (stack) => {
        web(stack, { pod: { automountServiceAccountToken: undefined } });
        l1(stack, 'kubernetes_default_service_account_v1', 'account', {
          metadata: { namespace: 'shop' },
          automountServiceAccountToken: false,
        });
      },
    },
  },
  'default-namespace': { wrong: { 'in default': aWeb({ namespace: 'default' }) }, right },
};
