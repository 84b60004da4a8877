import { RamUser } from '../../../lib/security/ram-user';
import { Namespace } from '../../../lib/workload/namespace';
import { aWorkplace } from '../a-workplace';

/** The stack `shop-apps` with the namespaces `shop` and `blog`, and Ada, who is a RAM user. */
export function aSituation() {
  const made = aWorkplace();
  const shop = new Namespace(made.apps, 'shop');
  const blog = new Namespace(made.apps, 'blog');
  const ada = RamUser.fromAttributes(made.stack, 'ada', { uid: '200123456789012345', userName: 'ada' });
  return { ...made, shop, blog, ada };
}

/** Ada as Kubernetes knows her. */
export const ADA = Object.freeze({
  kind: 'User',
  name: '200123456789012345',
  api_group: 'rbac.authorization.k8s.io',
});
