import { called, type PlacedObject } from '../../objects';
import type { Picture } from '../../picture';
import type { Data } from '../../pods';
import { isGiven, texts } from '../../reading';
import { objects, when, type Practice } from '../../practice';

/** Whether all who are bound to a role are bound to it in namespaces, where it reads those of the namespace. */
function isOfNamespaces(role: PlacedObject, picture: Picture): boolean {
  const bindsIt = ({ object, element, cluster }: PlacedObject): boolean =>
    cluster === role.cluster &&
    object.roleRef?.kind === 'ClusterRole' &&
    picture.nameIn(element, object.roleRef?.name) === role.name;
  return picture.objects('RoleBinding').some(bindsIt) && !picture.objects('ClusterRoleBinding').some(bindsIt);
}

export const rbacSecrets: Practice = {
  id: 'rbac-secrets',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Secrets of all namespaces are for nobody', zh: '不授予读取所有命名空间 Secret 的权限' },
  reason: {
    en: 'Who reads Secrets everywhere has the token of every service account, and so every right.',
    zh: '能读取所有 Secret 的主体也就拿到了所有服务账户的令牌，等于拥有全部权限。',
  },
  fix: {
    en: 'use a Role in the namespace, or name the Secrets with `resource_names`',
    zh: '改用命名空间内的 Role，或用 `resource_names` 指明具体 Secret',
  },
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
  look: objects(['ClusterRole'], (role, picture) =>
    ([role.object.rules ?? []].flat() as Data[]).flatMap(({ verbs, resources: of, resourceNames }) =>
      when(
        !isGiven(resourceNames) &&
          texts(of ?? []).includes('secrets') &&
          texts(verbs ?? []).some((verb) => ['get', 'list', 'watch'].includes(verb)) &&
          !isOfNamespaces(role, picture),
        { en: `${called(role)} may read every Secret of the cluster`, zh: `${called(role)} 可以读取集群内所有 Secret` },
        'secrets',
      ),
    ),
  ),
};
