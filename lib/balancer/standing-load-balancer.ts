import { Construct } from 'constructs';
import type { BalancedService, IBalancer } from '../core/balancer';
import type { INetwork } from '../core/network';
import { addTreeCheck } from '../core/tree';
import { strangeListeners } from './strange-listeners';

/** A balancer of Terraform's that Services share: what the CLB and the NLB, made or imported, have in common. */
export abstract class StandingLoadBalancer extends Construct implements IBalancer {
  readonly owns = 'terraform';
  /** Id of the balancer, `lb-...` or `nlb-...`. */
  abstract readonly balancerId: string;
  /** How it listens for Services that say nothing else. */
  protected abstract readonly usual: IBalancer;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    addTreeCheck(this, (all) => strangeListeners(this, this.balancerId, all));
  }

  get kind(): 'classic' | 'network' {
    return this.usual.kind;
  }

  /** Names the Service: `<workload>-<name>`. */
  get name(): string {
    return this.usual.name;
  }

  get scheme(): 'internet' | 'intranet' {
    return this.usual.scheme;
  }

  get network(): INetwork {
    return this.usual.network;
  }

  get loadBalancerClass(): string | undefined {
    return this.usual.loadBalancerClass;
  }

  get externalTrafficPolicy(): 'Cluster' | 'Local' {
    return this.usual.externalTrafficPolicy;
  }

  get drainSeconds(): number {
    return this.usual.drainSeconds;
  }

  get clients(): readonly string[] | undefined {
    return this.usual.clients;
  }

  get sourceRanges(): boolean {
    return this.usual.sourceRanges;
  }

  get aclId(): string | undefined {
    return this.usual.aclId;
  }

  annotations(service: BalancedService): Readonly<Record<string, string>> {
    return this.usual.annotations(service);
  }
}
