import { SecurityGroup as SecurityGroupL1 } from '@cdktf/provider-alicloud/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import { Construct } from 'constructs';
import type { ISecurityGroup } from '../core/connections';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { INetwork } from '../core/network';

/** interim until lib/network/security-group exists */
export class ClusterSecurityGroup extends Construct implements ISecurityGroup {
  readonly resource: SecurityGroupL1;
  readonly securityGroupId: string;
  readonly type: 'basic' | 'enterprise';
  readonly ranges: readonly string[];

  constructor(scope: Construct, id: string, props: { network: INetwork; podCidr: string | undefined }) {
    super(scope, checkedId(scope, id));
    this.type = props.network.podNetwork.kind === 'terway' ? 'enterprise' : 'basic';
    this.ranges = [...props.network.cidrs, ...(props.podCidr ? [props.podCidr] : [])];
    this.resource = new SecurityGroupL1(this, 'Resource', {
      securityGroupName: physicalName(this, NAME_RULES.network),
      vpcId: props.network.vpcId,
      securityGroupType: this.type === 'basic' ? 'normal' : 'enterprise',
    });
    this.securityGroupId = this.resource.id;
    for (const cidrIp of this.ranges) {
      new SecurityGroupRule(this, `in-${cidrIp.replace(/\W/g, '-')}`, {
        securityGroupId: this.securityGroupId,
        type: 'ingress',
        ipProtocol: 'all',
        portRange: '-1/-1',
        nicType: 'intranet',
        cidrIp,
      });
    }
  }
}
