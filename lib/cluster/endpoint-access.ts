import { SlbAcl } from '@cdktf/provider-alicloud/lib/slb-acl';
import { Construct } from 'constructs';
import type { EndpointData } from '../core/cluster';
import { checkedId } from '../core/ids';
import { physicalName, type NameRule } from '../core/names';
import type { INetwork } from '../core/network';
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
 * `alicloud_slb_acl`; free.
 */
export class EndpointAccess extends Construct {
  readonly resource: SlbAcl;

  constructor(scope: Construct, id: string, { network, podCidr, endpoint }: EndpointAccessProps) {
    super(scope, checkedId(scope, id));
    const inside = [...network.cidrs, ...(podCidr === undefined ? [] : [podCidr])];
    const entries = [
      { entry: ACK_ITSELF, comment: 'ACK control plane' },
      ...inside.map((entry) => ({ entry, comment: 'nodes and Pods' })),
      ...endpoint.allow.filter((range) => !inside.includes(range)).map((entry) => ({ entry, comment: 'allowed' })),
    ];
    this.resource = new SlbAcl(this, 'Resource', { name: physicalName(this, ACL_NAME), entryList: entries });
    warn(this, 'endpoint-public', howToAttach(endpoint));
  }
}

function howToAttach({ allow, reason }: EndpointAccessProps['endpoint']): string {
  const why = reason === undefined ? '' : ` (${reason})`;
  return (
    `the API server answers the internet until this access list is attached to port ${API_SERVER_PORT} of its ` +
    `balancer; meant for ${allow.join(', ')}${why}. After the first apply: aliyun slb SetLoadBalancerTCPListenerAttribute ` +
    `--LoadBalancerId <slb_id> --ListenerPort ${API_SERVER_PORT} --AclStatus on --AclType white --AclId <this list>`
  );
}
