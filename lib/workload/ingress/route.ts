import type { Construct } from 'constructs';
import { quote, reject, type Problem } from '../../core/errors';
import type { IIngressClass } from '../../core/ingress';
import type { IWorkload } from '../../core/workload';
import type { ClusterService } from '../service/cluster-service';
import { Ingress } from './ingress';
import { CLASS_FORM } from './ingress-forms';
import type { IngressProps, HostRoute } from './ingress-props';

/** One path of a host that a workload answers, and how. */
export type RouteProps = Omit<IngressProps, 'class' | 'routes'> & Omit<HostRoute, 'to'>;

/** Puts an Ingress of its own before a workload, once for each class. */
export function routeTo(
  workload: Construct & IWorkload & { readonly service: ClusterService },
  own: IIngressClass,
  { host, path, match, port, ...settings }: RouteProps,
): Ingress {
  reject(workload, CLASS_FORM('ingressClass', own));
  const id = `ingress-${own.node.id}`;
  reject(workload, workload.node.tryFindChild(id) ? [twice(workload, own)] : []);
  return new Ingress(workload, id, { ...settings, class: own, routes: [{ host, path, match, port, to: workload }] });
}

function twice({ node }: Construct, { className }: IIngressClass): Problem {
  const what = `"${node.path}" has a route of the class ${quote(className)} already`;
  return {
    code: 'list-duplicate',
    what,
    value: className,
    fix: "write several hosts and paths into one: new Ingress(space, 'site', { class, routes: [...] })",
  };
}
