import { SlbAcl } from '@cdktf/provider-alicloud/lib/slb-acl';
import { SlbAclEntryAttachment } from '@cdktf/provider-alicloud/lib/slb-acl-entry-attachment';
import { Construct } from 'constructs';
import type { EndpointData } from '../core/cluster';
import { checkedId } from '../core/ids';
import { physicalName, type NameRule } from '../core/names';
import type { INetwork } from '../core/network';
import { isToken } from '../core/tokens';
import { warn } from '../core/warnings';

/** Port of the API server on its balancer. */
const API_SERVER_PORT = 6443;

/** From where ACK's own control plane reaches the API server; a list without it breaks the cluster. */
const ACK_ITSELF = '100.104.0.0/16';

/** What CLB accepts as the name of an access list. */
const ACL_NAME: NameRule = Object.freeze({
  min: 1,
  max: 80,
  pattern: /^[\w./-]+$/,
  says: '1 to 80 letters, digits, hyphens, dots, slashes, underscores',
});

export interface EndpointAccessProps {
  readonly network: INetwork;
  readonly podCidr: string | undefined;
  readonly endpoint: EndpointData & { readonly kind: 'public' };
}

/**
 * The access list of a public API server, ready to be attached to the listener that ACK owns. It names ACK's own range,
 * the VPC, the Pods and the ranges that the user allows, since private and public traffic share the listener. Creates
 * `alicloud_slb_acl` and an `alicloud_slb_acl_entry_attachment` per range; free.
 */
export class EndpointAccess extends Construct {
  readonly resource: SlbAcl;

  constructor(scope: Construct, id: string, { network, podCidr, endpoint }: EndpointAccessProps) {
    super(scope, checkedId(scope, id));
    this.resource = new SlbAcl(this, 'Resource', { name: physicalName(this, ACL_NAME) });
    const inside = [...network.cidrs, ...(podCidr === undefined ? [] : [podCidr])];
    this.admit([ACK_ITSELF], 'ACK control plane', 'ack');
    this.admit(inside, 'nodes and Pods', 'inside');
    this.admit(
      endpoint.allow.filter((range) => ![ACK_ITSELF, ...inside].includes(range)),
      'allowed',
      'allowed',
    );
    warn(this, 'endpoint-public', howToAttach(endpoint));
  }

  /** One resource per range, addressed by it, so that ranges come and go without touching the others. */
  private admit(ranges: readonly string[], comment: string, name: string): void {
    ranges.forEach((entry, index) => {
      const slug = isToken(entry) ? `${name}-${index + 1}` : entry.replace(/\W/g, '-');
      new SlbAclEntryAttachment(this, `entry-${slug}`, { aclId: this.resource.id, entry, comment });
    });
  }
}

function howToAttach({ allow, reason }: EndpointAccessProps['endpoint']): string {
  const named = allow.map((range) => (isToken(range) ? 'a range known at apply' : range));
  const why = reason === undefined ? '' : ` (${reason})`;
  return (
    `the API server answers the internet until this access list is attached to port ${API_SERVER_PORT} of its ` +
    `balancer; meant for ${named.join(', ')}${why}. After the first apply: aliyun slb SetLoadBalancerTCPListenerAttribute ` +
    `--LoadBalancerId <slb_id> --ListenerPort ${API_SERVER_PORT} --AclStatus on --AclType white --AclId <this list>`
  );
}
