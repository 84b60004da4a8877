import { isObj } from '../cty/value';
import { block, matches, podsOf } from './kube-look';
import type { Rule } from './rule';

/** A workload finds its own Pods. */
export const kubeSelector: Rule = {
  name: 'kube-selector',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  types: ['kubernetes_deployment*', 'kubernetes_stateful_set*', 'kubernetes_daemon_set*', 'kubernetes_daemonset'],
  on: ['create', 'update'],
  check({ type, values }) {
    const spec = block(values, 'spec');
    const selector = block(spec, 'selector');
    const { labels } = podsOf(type, values);
    const empty = !isObj(selector.match_labels) && !Array.isArray(selector.match_expressions);
    return empty || matches(selector, labels)
      ? []
      : [
          {
            what: `spec.template.metadata.labels: Invalid value ${JSON.stringify(labels)}: selector does not match template labels`,
            fix: 'give the Pod template every label that the selector asks for',
            path: ['spec', 0, 'template', 0, 'metadata', 0, 'labels'],
          },
        ];
  },
};
