import { AlbServerGroup } from '@cdktf/provider-alicloud/lib/alb-server-group';
import { Construct } from 'constructs';
import { BALANCER_NAME } from '../../balancer/load-balancer-problems';
import { cloudOf } from '../../core/cloud';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { physicalName } from '../../core/names';
import { workplaceOf } from '../../core/workplace';
import type { Ingress } from '../ingress/ingress';
import { albMirror, copyRequests, nginxMirror } from './mirror';
import type { MirrorTargetData } from './mirror-target';
import { ELSEWHERE, targetProblems, TRAFFIC_MIRROR_FORMS } from './traffic-mirror-problems';

export interface TrafficMirrorProps {
  /** The Ingress whose requests are copied, all of them. */
  readonly from: Ingress;
  /** Where the copies go: one of `MirrorTarget`. Changed in place. */
  readonly to: MirrorTargetData;
}

/** Port of a target that says none. */
const HTTP = 80;
/** Of a server group with one server. */
const FULL_WEIGHT = 100;

/**
 * Copies every request of an Ingress to somewhere else, such as the Ingress of another cluster; clients never see an answer of
 * that. On nginx a slow target slows the requests themselves.
 *
 * Changes the Ingress in place. On ALB, for an address, creates `alicloud_alb_server_group`, which is free; requests are
 * paid twice, and the target does its work.
 *
 * @throws InputError `release-unsupported` for what ALB or nginx cannot do, `release-twice` for a second one, `release-rule`,
 *   `resource-id-invalid`
 */
export class TrafficMirror extends Construct {
  /** The server group that an ALB copies to; absent on nginx and for one that exists. */
  readonly resource?: AlbServerGroup;

  constructor(scope: Construct, id: string, props: TrafficMirrorProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, TRAFFIC_MIRROR_FORMS, ELSEWHERE));
    const { from, to } = props;
    const { kind } = from.ingressClass;
    reject(this, targetProblems(kind, to));
    if (kind === 'nginx' && to.kind === 'address') {
      const { host, port = HTTP, bodies = true, as } = to;
      copyRequests(from, nginxMirror({ host, port, bodies, as }));
      return;
    }
    this.resource = to.kind === 'address' ? this.groupOf(to) : undefined;
    const group = to.kind === 'server-group' ? to.serverGroupId : this.resource!.id;
    copyRequests(
      from,
      albMirror(
        from.claims.map(({ serviceName }) => serviceName),
        group,
      ),
    );
  }

  /** A server group with one address. */
  private groupOf({
    host,
    port = HTTP,
    remote = false,
  }: Extract<MirrorTargetData, { kind: 'address' }>): AlbServerGroup {
    const { network } = workplaceOf(this).cluster;
    const { tags = {} } = cloudOf(this);
    return new AlbServerGroup(this, 'Resource', {
      serverGroupName: physicalName(this, BALANCER_NAME),
      serverGroupType: 'Ip',
      vpcId: network.vpcId,
      protocol: 'HTTP',
      // A target that answers nothing takes no copies, and nothing else suffers.
      healthCheckConfig: { healthCheckEnabled: true, healthCheckProtocol: 'TCP', healthCheckConnectPort: 0 },
      servers: [
        { serverType: 'Ip', serverId: host, serverIp: host, port, weight: FULL_WEIGHT, remoteIpEnabled: remote },
      ],
      tags: { ...tags },
    });
  }
}
