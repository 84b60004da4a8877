import { resources, when, type Practice } from '../../practice';

export const registryPublic: Practice = {
  id: 'registry-public',
  severity: 'error',
  sandbox: true,
  title: { en: 'Repositories of images are private', zh: '镜像仓库不公开' },
  reason: {
    en: 'Images hold your program, and often more than was meant to be in them.',
    zh: '镜像里有你的程序，往往还有本不该放进去的内容。',
  },
  fix: {
    en: 'write `repo_type: "PRIVATE"` and `default_visibility: "PRIVATE"`',
    zh: '写 `repo_type: "PRIVATE"` 与 `default_visibility: "PRIVATE"`',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/cr-repository-type-private',
  look: resources(
    ['alicloud_cr_repo', 'alicloud_cr_ee_repo', 'alicloud_cr_namespace', 'alicloud_cr_ee_namespace'],
    ({ type, attributes: { repo_type: repository, default_visibility: visibility } }) =>
      when(
        repository === 'PUBLIC' || visibility === 'PUBLIC',
        { en: `${type} is public`, zh: `${type} 是公开的` },
        'PUBLIC',
      ),
  ),
};
