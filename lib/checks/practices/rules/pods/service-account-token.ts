import { besides } from '../../objects';
import type { Picture } from '../../picture';
import type { Pod } from '../../pods';
import { isGiven, isLater } from '../../reading';
import { pods, when, type Practice } from '../../practice';

/** Whether the default service account of the namespace gives no token to anybody. */
function refused({ owner }: Pod, picture: Picture): boolean {
  return picture
    .objects('ServiceAccount')
    .some(
      (account) =>
        besides(account, owner) &&
        (account.name === 'default' || account.element.type === 'kubernetes_default_service_account_v1') &&
        account.object.automountServiceAccountToken === false,
    );
}

export const serviceAccountToken: Practice = {
  id: 'service-account-token',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Pods without business with the API carry no token of it', zh: '不访问 API 的 Pod 不挂载令牌' },
  reason: {
    en: 'The token of the default service account is in every Pod that does not refuse it, for whoever gets in.',
    zh: '只要不拒绝，默认服务账户的令牌就会挂载到每个 Pod 中，入侵者可以直接取用。',
  },
  fix: {
    en: 'write `automount_service_account_token: false`, or name a service account of its own with the rights that it needs (`kubernetesToken` on a workload)',
    zh: '写 `automount_service_account_token: false`，或指定只含必要权限的专用服务账户（本库的工作负载用 `kubernetesToken`）',
  },
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  look: pods((pod, picture) => {
    const { automountServiceAccountToken: mounted, serviceAccountName: account } = pod.spec;
    const own = isGiven(account) && account !== 'default';
    return when(!own && !isLater(mounted) && mounted !== false && mounted !== 'false' && !refused(pod, picture), {
      en: `${pod.called} carries the token of the default service account`,
      zh: `${pod.called} 挂载了默认服务账户的令牌`,
    });
  }),
};
