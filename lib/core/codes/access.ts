import type { Meanings } from './meaning';

/** Codes about who may do what. */
export const ACCESS_CODES = {
  'access-duplicate': {
    en: 'Two owners of the cluster permissions of one RAM user or role',
    zh: '同一 RAM 用户或角色的集群权限被两处管理',
  },
  'access-conflict': {
    en: 'Two roles of one RAM user or role for the same scope of a cluster',
    zh: '同一 RAM 用户或角色在集群的同一范围内被授予两个角色',
  },
  'access-order': {
    en: 'Cluster access that is applied before the namespace or role that it is about',
    zh: '集群授权先于其命名空间或角色被应用',
  },
  'access-empty': { en: 'Cluster access that gives nothing', zh: '集群授权未包含任何权限' },
  'rrsa-missing': {
    en: 'A RAM role for a service account of a cluster without RRSA',
    zh: '集群未启用 RRSA，服务账户无法使用 RAM 角色',
  },
  'service-account-duplicate': {
    en: 'Two service accounts of one name in a namespace',
    zh: '命名空间内服务账户名称重复',
  },
  'service-account-namespace': {
    en: 'A service account used outside its namespace',
    zh: '服务账户在其命名空间之外使用',
  },
  'service-account-role': {
    en: 'A permission for an imported service account that does not say which RAM role it takes',
    zh: '导入的服务账户未说明其 RAM 角色，无法授权',
  },
  'rbac-wildcard': { en: 'A Kubernetes rule with a wildcard', zh: 'Kubernetes 授权规则使用通配符' },
  'rbac-escalation': {
    en: 'A Kubernetes rule by which one can give oneself more rights',
    zh: 'Kubernetes 授权规则可被用来提升自身权限',
  },
  'rbac-names': {
    en: 'Names in a Kubernetes rule for verbs that know no name',
    zh: '授权规则的动词不支持按名称限制',
  },
  'rbac-subject': {
    en: 'A subject of a Kubernetes binding that must not, or cannot, have rights',
    zh: '角色绑定的主体不合法',
  },
  'rbac-secrets': {
    en: 'Warning: a Kubernetes rule that shows the contents of Secrets',
    zh: '警告：授权规则允许读取 Secret 内容',
  },
  'rbac-everywhere': {
    en: 'Warning: rights to change things in every namespace, those of the system included',
    zh: '警告：授予了所有命名空间（含系统命名空间）的写权限',
  },
  'policy-size': { en: 'A RAM policy that is too long', zh: 'RAM 权限策略超过长度上限' },
  'policy-count': {
    en: 'Warning: more custom policies on a RAM role than an account allows by default',
    zh: '警告：RAM 角色附加的自定义策略超过默认配额',
  },
  'prefix-invalid': { en: 'Text that is not the beginning of object names', zh: '对象名前缀不合法' },
  'lifecycle-invalid': {
    en: 'A lifecycle rule of a bucket that OSS refuses',
    zh: '存储空间的生命周期规则不合法',
  },
} as const satisfies Meanings;
