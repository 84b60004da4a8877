import { isLater } from '../../reading';
import { ownContext } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const privilegeEscalation: Practice = {
  id: 'privilege-escalation',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Processes cannot gain rights', zh: '禁止提升权限' },
  reason: {
    en: 'Unless it is forbidden, a program with the set-user-id bit makes root of whoever runs it. The Terraform provider sends `true` with every security context that leaves it out.',
    zh: '若不禁止，带 setuid 位的程序可以把任何用户变成 root。Terraform Provider 在安全上下文未写该项时会发送 `true`。',
  },
  fix: {
    en: 'write `allow_privilege_escalation: false` (workloads of the library do)',
    zh: '写 `allow_privilege_escalation: false`（本库的工作负载默认如此）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  look: pods((pod) => {
    const open = pod.containers.filter((container) => {
      const allowed = ownContext(container, 'allowPrivilegeEscalation');
      return !isLater(allowed) && allowed !== false && allowed !== 'false';
    });
    return when(open.length > 0, {
      en: `${open.map(({ name }) => name).join(', ')} of ${pod.called} may gain rights`,
      zh: `${pod.called} 的容器 ${open.map(({ name }) => name).join('、')} 未禁止权限提升`,
    });
  }),
};
