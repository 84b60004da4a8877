import type { IConstruct } from 'constructs';

/** What a security group can be told to let in: other members, by group or by address. */
export interface IConnectable {
  /** The group whose members send the traffic, where there is one. */
  readonly securityGroup?: ISecurityGroup;
  /** IPv4 ranges the traffic comes from; what a rule uses between enterprise groups. */
  readonly ranges: readonly string[];
}

/** A security group, created here or existing. */
export interface ISecurityGroup extends IConstruct, IConnectable {
  readonly securityGroupId: string;
  /**
   * `basic`: members reach each other, rules may name another basic group. `enterprise`: room for many more
   * addresses, members are isolated, rules name ranges only.
   */
  readonly type: 'basic' | 'enterprise';
}
