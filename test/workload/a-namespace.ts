import type { Situation } from '../cluster/a-cluster';
import { Namespace } from '../../lib/workload/namespace';
import type { NamespaceProps } from '../../lib/workload/namespace-props';
import { aWorkplace, withVirtualNode } from './a-workplace';

/** What every workload of a test asks for. */
export const RUN = {
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
  requests: { cpu: '500m', memory: '1Gi' },
};

/** The namespace `shop` of a cluster; with a virtual node where all of it goes to ECI. */
export function aNamespace(space: NamespaceProps = {}, situation: Situation & { readonly virtualNode?: true } = {}) {
  const onEci = space.placement?.kind === 'everything-on-eci';
  const made = aWorkplace(onEci ? withVirtualNode(situation) : situation);
  return { ...made, namespace: new Namespace(made.apps, 'shop', space) };
}
