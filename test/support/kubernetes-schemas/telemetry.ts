import type { SchemaObject } from 'ajv';
import type { CustomResource } from './custom-resources';
import { idOf } from './assembly';
import { anything, flag, list, oneOf, only, text, whole } from './words';

const CRDS =
  'https://github.com/prometheus-operator/prometheus-operator/tree/main/example/prometheus-operator-crd (0.91.0)';

const duration: SchemaObject = { type: 'string', pattern: '^(0|(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?)$', minLength: 1 };
const relabelings = list(
  only({
    action: oneOf('replace', 'keep', 'drop', 'hashmod', 'labelmap', 'labeldrop', 'labelkeep', 'lowercase', 'uppercase'),
    sourceLabels: list(text),
    separator: text,
    targetLabel: text,
    regex: text,
    replacement: text,
  }),
);

/** What is asked of each target: fields that both kinds of monitor have. */
const endpoint = {
  port: text,
  // A name or a number; the number of a port that the container lists.
  targetPort: { type: ['integer', 'string'] },
  path: text,
  scheme: oneOf('http', 'https', 'HTTP', 'HTTPS'),
  interval: duration,
  scrapeTimeout: duration,
  honorLabels: flag,
  tlsConfig: only({ insecureSkipVerify: flag, serverName: text, ca: anything, cert: anything, keySecret: anything }),
  relabelings,
  metricRelabelings: relabelings,
};

/** What tells Prometheus, and the agents of the log service, what to read. */
export const telemetry = (minor: number): readonly CustomResource[] => {
  const selector = { $ref: idOf(minor, 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector') };
  const chosen = { selector, namespaceSelector: only({ any: flag, matchNames: list(text) }), jobLabel: text };
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      source: CRDS,
      namespaced: true,
      spec: only({ ...chosen, podTargetLabels: list(text), podMetricsEndpoints: list(only(endpoint), 1) }, [
        'selector',
      ]),
    },
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      source: CRDS,
      namespaced: true,
      spec: only({ ...chosen, targetLabels: list(text), endpoints: list(only(endpoint), 1) }, [
        'selector',
        'endpoints',
      ]),
    },
    {
      apiVersion: 'telemetry.alibabacloud.com/v1alpha1',
      kind: 'ClusterAliyunPipelineConfig',
      source: 'https://www.alibabacloud.com/help/en/sls/kubernetes-cr-parameter-description',
      namespaced: false,
      spec: only(
        {
          project: only({ name: text, description: text, endpoint: text, uid: text }, ['name']),
          logstores: list(
            only({ name: text, ttl: whole, hotTtl: whole, shardCount: whole, autoSplit: flag }, ['name']),
          ),
          machineGroups: list(only({ name: text }, ['name'])),
          config: only(
            {
              sample: text,
              global: anything,
              // One plug-in reads; several may take apart what it read.
              inputs: { ...list(plugin(), 1), maxItems: 1 },
              processors: list(plugin()),
              aggregators: { ...list(plugin()), maxItems: 1 },
              flushers: list(plugin(), 1),
            },
            ['inputs', 'flushers'],
          ),
          enableUpgradeOverride: flag,
        },
        ['project', 'config'],
      ),
    },
  ];
};

/** A plug-in of the agent: its type, and settings that only it knows. */
const plugin = (): SchemaObject => ({ type: 'object', properties: { Type: text }, required: ['Type'] });
