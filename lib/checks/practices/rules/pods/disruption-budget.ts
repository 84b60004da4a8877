import { budgetsOf, leastReplicas } from '../../neighbours';
import { isReplicated } from '../../pods';
import { pods, when, type Practice } from '../../practice';

export const disruptionBudget: Practice = {
  id: 'disruption-budget',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Replicated workloads have a disruption budget', zh: '多副本工作负载配置 PodDisruptionBudget' },
  reason: {
    en: 'Draining nodes for an upgrade may end all Pods of a workload at once; a budget makes the drain wait.',
    zh: '升级时排空节点可能同时驱逐某个工作负载的全部 Pod；PDB 会让排空过程等待。',
  },
  fix: {
    en: 'create a PodDisruptionBudget that selects the Pods (workloads of the library have one)',
    zh: '创建选中这些 Pod 的 PodDisruptionBudget（本库的工作负载默认自带）',
  },
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  look: pods((pod, picture) => {
    const least = isReplicated(pod) ? leastReplicas(pod.owner, picture) : undefined;
    return when(least !== undefined && least > 1 && budgetsOf(pod, picture).length === 0, {
      en: `no PodDisruptionBudget selects the Pods of ${pod.called}`,
      zh: `没有 PodDisruptionBudget 选中 ${pod.called} 的 Pod`,
    });
  }),
};
