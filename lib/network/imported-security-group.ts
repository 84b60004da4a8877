import { Construct } from 'constructs';
import type { IConnectable, ISecurityGroup, PortData, SecurityRule } from '../core/connections';
import { oneOf } from '../core/checks';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { cloudIdProblems } from './cloud-id';
import { SECURITY_GROUP_ATTRIBUTES_FORMS } from './network-forms';
import { rangeListProblems } from './security-group-props';
import { connect, connectTo, RuleBook, type Outbound } from './security-group-rules';

/** What to say about a security group that exists already. */
export interface SecurityGroupAttributes {
  /** Id of the group, `sg-...`. */
  readonly securityGroupId: string;
  /** Its type; the console says "Basic" or "Advanced" (enterprise). */
  readonly type: 'basic' | 'enterprise';
  /** IPv4 ranges of its members, by which enterprise groups let them in. @default none */
  readonly ranges?: readonly string[];
  /** What its members may reach; with `listed`, rules of others add to it. @default "everywhere" */
  readonly outbound?: Outbound;
}

/** A group that something else manages. Rules added to it belong to the stack in which it was imported. */
export class ImportedSecurityGroup extends Construct implements ISecurityGroup {
  readonly securityGroupId: string;
  readonly type: 'basic' | 'enterprise';
  readonly ranges: readonly string[];
  private readonly rules: RuleBook;

  constructor(scope: Construct, id: string, attributes: SecurityGroupAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, SECURITY_GROUP_ATTRIBUTES_FORMS));
    const { securityGroupId, type, ranges = [], outbound = 'everywhere' } = attributes;
    reject(this, [
      ...cloudIdProblems('securityGroupId', securityGroupId, 'sg'),
      ...oneOf('type', type ?? null, ['basic', 'enterprise']),
      ...oneOf('outbound', outbound, ['everywhere', 'listed']),
      ...rangeListProblems('ranges', ranges),
    ]);
    this.securityGroupId = securityGroupId;
    this.type = type;
    this.ranges = Object.freeze([...ranges]);
    this.rules = new RuleBook(this, outbound);
  }

  get securityGroup(): ISecurityGroup {
    return this;
  }

  allowFrom(peer: IConnectable, port: PortData, description?: string): void {
    connect(this, peer, port, description);
  }

  allowTo(peer: IConnectable, port: PortData, description?: string): void {
    connectTo(this, peer, port, description);
  }

  addRule(rule: SecurityRule): void {
    this.rules.add(rule);
  }
}
