import { isKnown } from '../../reading';
import { pods, when, type Practice } from '../../practice';
import { versionOf } from '../../images';

export const imageTag: Practice = {
  id: 'image-tag',
  severity: 'error',
  sandbox: true,
  title: { en: 'Images have a version', zh: '镜像指定明确的版本' },
  reason: {
    en: 'An image without a tag, or with `latest`, is another one whenever a Pod starts: Pods of one workload differ, and there is nothing to roll back to.',
    zh: '未写标签或使用 `latest` 的镜像在每次启动 Pod 时都可能不同：同一工作负载的 Pod 不一致，也无法回滚。',
  },
  fix: {
    en: 'name a version or a digest, such as `acme/shop:1.4.2`',
    zh: '写明版本号或摘要，例如 `acme/shop:1.4.2`',
  },
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  look: pods(({ called, containers }) =>
    containers.flatMap(({ name, spec: { image } }) =>
      when(
        isKnown(image) && ['', 'latest'].includes(versionOf(String(image))),
        {
          en: `container ${name} of ${called} has the image "${image}", which names no version`,
          zh: `${called} 的容器 ${name} 使用未指定版本的镜像 "${image}"`,
        },
        image,
      ),
    ),
  ),
};
