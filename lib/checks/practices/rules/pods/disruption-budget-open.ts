import { budgetsOf, leastReplicas } from '../../neighbours';
import { called, type PlacedObject } from '../../objects';
import type { Picture } from '../../picture';
import { isReplicated } from '../../pods';
import { found, NOTHING, objects, when, type Practice } from '../../practice';
import { numberIn } from '../../reading';

/** How many Pods a budget is about at the least; `undefined` when nobody knows, or it is about none that are seen. */
function leastOf(budget: PlacedObject, picture: Picture): number | undefined {
  if (budget.object.spec?.selector?.matchExpressions !== undefined) {
    return undefined;
  }
  const counts = picture
    .pods()
    .filter((pod) => budgetsOf(pod, picture).includes(budget))
    .map((pod) => (isReplicated(pod) ? leastReplicas(pod.owner, picture) : undefined));
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 || known.length < counts.length ? undefined : known.reduce((sum, count) => sum + count, 0);
}

/** How many of so many Pods have to stay; shares are rounded up. */
function staying(minAvailable: unknown, of: number): number | undefined {
  const share = /^(\d+)%$/.exec(String(minAvailable))?.[1];
  return share === undefined ? numberIn(minAvailable) : Math.ceil((Number(share) * of) / 100);
}

export const disruptionBudgetOpen: Practice = {
  id: 'disruption-budget-open',
  severity: 'warning',
  sandbox: true,
  title: { en: 'A disruption budget lets at least one Pod go', zh: 'PodDisruptionBudget 至少允许驱逐一个 Pod' },
  reason: {
    en: 'A budget that never lets a Pod go stops every drain, and with it the upgrade of the nodes.',
    zh: '不允许任何驱逐的 PDB 会阻塞所有节点排空，节点升级也随之卡住。',
  },
  fix: {
    en: 'write `max_unavailable: "10%"` or at least 1, instead of a `min_available` of all Pods',
    zh: '写 `max_unavailable: "10%"` 或至少为 1，不要让 `min_available` 等于全部 Pod 数',
  },
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  look: objects(['PodDisruptionBudget'], (budget, picture) => {
    const { minAvailable, maxUnavailable } = budget.object.spec ?? {};
    const closed = { en: `${called(budget)} lets no Pod go`, zh: `${called(budget)} 不允许驱逐任何 Pod` };
    if (maxUnavailable !== undefined) {
      return when(['0', '0%'].includes(String(maxUnavailable)), closed, maxUnavailable);
    }
    if (minAvailable === '100%') {
      return found(closed, minAvailable);
    }
    const least = leastOf(budget, picture);
    const stay = least === undefined ? undefined : staying(minAvailable, least);
    return stay === undefined || stay < least!
      ? NOTHING
      : found(
          {
            en: `${called(budget)} keeps ${minAvailable} of ${least} Pods: none may go`,
            zh: `${called(budget)} 要求保留 ${minAvailable} 个，而 Pod 最少只有 ${least} 个：一个也不能驱逐`,
          },
          minAvailable,
        );
  }),
};
