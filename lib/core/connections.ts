import type { IConstruct } from 'constructs';

/** What a security group can be told to let in: other members, by group or by address. */
export interface IConnectable {
  /** The group whose members send the traffic, where there is one. */
  readonly securityGroup?: ISecurityGroup;
  /** IPv4 ranges the traffic comes from; what a rule uses between enterprise groups. */
  readonly ranges: readonly string[];
  /** IPv6 ranges the traffic comes from, where they are known. */
  readonly ipv6Ranges?: readonly string[];
}

/** A protocol and its ports, as plain data. Create one with `Port`. */
export interface PortData {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'gre' | 'all';
  /** First port, 1 to 65535; absent where the protocol has no ports. */
  readonly from?: number;
  /** Last port. */
  readonly to?: number;
}

/** One side of a connection: what a single group lets in, or out. */
export interface SecurityRule {
  readonly direction: 'ingress' | 'egress';
  readonly peer: IConnectable;
  readonly port: PortData;
  /** Shown in the console; changed in place. */
  readonly description?: string;
}

/** A security group, created here or existing. */
export interface ISecurityGroup extends IConstruct, IConnectable {
  readonly securityGroupId: string;
  /**
   * `basic`: rules may name another basic group, about 2000 addresses. `enterprise`: room for many more addresses, rules
   * name ranges only.
   */
  readonly type: 'basic' | 'enterprise';
  /**
   * Lets a peer reach the members on a port, on both sides: the peer's own group lets it out when it does not let
   * everything out.
   *
   * @throws InputError for a wrong port or range, a peer without any, or every address without a reason
   */
  allowFrom(peer: IConnectable, port: PortData, description?: string): void;
  /** Lets the members reach a peer on a port, on both sides. */
  allowTo(peer: IConnectable, port: PortData, description?: string): void;
  /** Adds a rule to this group alone. The same rule twice is one rule. */
  addRule(rule: SecurityRule): void;
}
