import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const disruptionBudgetOpen: Practice = {
  id: 'disruption-budget-open',
  severity: 'warning',
  sandbox: true,
  title: { en: 'A disruption budget lets at least one Pod go', zh: 'PodDisruptionBudget 至少允许驱逐一个 Pod' },
  reason: {
    en: 'A budget that never lets a Pod go stops every drain, and with it the upgrade of the nodes.',
    zh: '不允许任何驱逐的 PDB 会阻塞所有节点排空，节点升级也随之卡住。',
  },
  fix: { en: 'write `max_unavailable: "10%"` or at least 1', zh: '写 `max_unavailable: "10%"`，或至少为 1' },
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets',
  look: objects(['PodDisruptionBudget'], (budget) => {
    const { minAvailable, maxUnavailable } = budget.object.spec ?? {};
    const value: unknown = maxUnavailable ?? minAvailable;
    return when(
      maxUnavailable === undefined ? minAvailable === '100%' : ['0', '0%'].includes(String(maxUnavailable)),
      { en: `${called(budget)} lets no Pod go`, zh: `${called(budget)} 不允许驱逐任何 Pod` },
      value,
    );
  }),
};
