import type { AlbAccessLog } from '../../balancer/application-load-balancer-props';
import type { BalancerAddressData } from '../../balancer/balancer-address';
import type { IApplicationLoadBalancer } from '../../core/ingress';
import type { IngressListenerData } from './ingress-listener';

/** An ALB that the ALB ingress controller makes for one class. */
export interface MadeAlbOptions {
  /**
   * From where it can be reached, and in which zones it stands: two at least. Listeners let in the ranges of `allow` only.
   * The controller does not move a living ALB between the internet and the VPC: give the class another id for that.
   * @default BalancerAddress.intranet() - an address of the VPC, in all zones of the network
   */
  readonly address?: BalancerAddressData;
  /** `StandardWithWaf` has the web application firewall in it. Changed upwards in place. @default "Standard" */
  readonly edition?: 'Standard' | 'StandardWithWaf';
  /** Where it logs requests; the log service bills what comes in. Changed in place. @default nowhere */
  readonly accessLog?: AlbAccessLog;
  /** Name in the console, 2 to 80 characters. Changed in place. @default the stack's name and the construct's path */
  readonly name?: string;
}

/** Whose the ALB of a class is, as plain data. Create one with `AlbOfClass`. */
export type AlbOfClassData =
  | ({ readonly kind: 'made' } & MadeAlbOptions)
  | { readonly kind: 'existing'; readonly balancer: IApplicationLoadBalancer };

/** Whose the ALB of a class is. */
export const AlbOfClass = Object.freeze({
  /** The controller makes it with the class and removes it with it; its DNS name goes, too. */
  made: (options: MadeAlbOptions = {}): AlbOfClassData => Object.freeze({ ...options, kind: 'made' }),
  /** One of Terraform's, or that exists: it keeps its DNS name when the class goes. One class has it. */
  existing: (balancer: IApplicationLoadBalancer): AlbOfClassData => Object.freeze({ kind: 'existing', balancer }),
});

export interface AlbIngressClassProps {
  /**
   * Where it answers: at least one of `IngressListener`. Changed in place.
   * @throws InputError `ingress-listener` for two on one port, `ingress-tls`, `list-empty`
   */
  readonly listeners: readonly IngressListenerData[];
  /**
   * Whose its ALB is. Changing it makes another ALB.
   * @default AlbOfClass.made() - one in the VPC over all zones of the network
   * @throws InputError `balancer-zones`, `balancer-open`, `balancer-network`, `ingress-alb-edition`, `ingress-alb-taken`
   */
  readonly balancer?: AlbOfClassData;
  /**
   * Whether Ingresses that name no class are its own; a cluster has one such class at most.
   * @default false
   * @throws InputError `ingress-default` for a second one, when the App is synthesised
   */
  readonly isDefault?: boolean;
  /**
   * Name of the class and of its AlbConfig. Changing it replaces both, and an ALB that was made.
   * @default from the path below the stack
   */
  readonly name?: string;
  /**
   * Takes over the IngressClass that exists instead of creating one, and has its name unless `name` says the same. Import
   * id: `<name>`. Its AlbConfig is a part: `Adopt.parts(class, { config: 'kube-system/<release>' })`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a class is when a prop is left out. */
export const ALB_INGRESS_CLASS_DEFAULTS = Object.freeze({ balancer: AlbOfClass.made(), isDefault: false });

/** What an ALB of the controller's is when nothing is said. */
export const MADE_ALB_DEFAULTS = Object.freeze({
  address: Object.freeze({ kind: 'intranet' }) as BalancerAddressData,
  edition: 'Standard' as 'Standard' | 'StandardWithWaf',
});
