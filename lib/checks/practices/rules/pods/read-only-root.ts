import { isNotYes } from '../../reading';
import { ownContext } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const readOnlyRoot: Practice = {
  id: 'read-only-root',
  severity: 'note',
  sandbox: true,
  title: { en: 'Containers cannot write to their image', zh: '容器根文件系统只读' },
  reason: {
    en: 'What cannot be written cannot be replaced by an intruder either.',
    zh: '不可写的文件系统，入侵者也无法篡改。',
  },
  fix: {
    en: 'write `read_only_root_filesystem: true` and mount a volume where the program writes (`readOnlyRootFilesystem` on a workload)',
    zh: '写 `read_only_root_filesystem: true`，并在程序需要写入的位置挂载卷（本库的工作负载用 `readOnlyRootFilesystem`）',
  },
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  look: pods((pod) => {
    const open = pod.containers.filter((container) => isNotYes(ownContext(container, 'readOnlyRootFilesystem')));
    return when(open.length > 0, {
      en: `${open.map(({ name }) => name).join(', ')} of ${pod.called} may write to its image`,
      zh: `${pod.called} 的容器 ${open.map(({ name }) => name).join('、')} 可以写入镜像文件系统`,
    });
  }),
};
