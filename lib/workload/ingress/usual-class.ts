import type { Construct } from 'constructs';
import type { IIngressClass } from '../../core/ingress';
import { workplaceOf } from '../../core/workplace';
import { AlbIngressClass } from './alb-ingress-class';
import { IngressListener } from './ingress-listener';

/** Its id in the stack. */
const USUAL = 'alb';

/**
 * The class of Ingresses that name none: the default class of their stack where one is there already, or else its class `alb`, which
 * is made when the first of them asks.
 */
export function usualClass(ingress: Construct): IIngressClass {
  const stack = workplaceOf(ingress).stack as Construct;
  const classes = stack.node.children.filter((one): one is IIngressClass & Construct => 'className' in one);
  return (
    classes.find((one) => (one as { readonly isDefault?: boolean }).isDefault === true) ??
    classes.find(({ node }) => node.id === USUAL) ??
    new AlbIngressClass(stack, USUAL, { listeners: [IngressListener.http()] })
  );
}
