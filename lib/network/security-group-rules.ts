import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import type { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import type { IConnectable, ISecurityGroup, PortData, SecurityRule } from '../core/connections';
import { quote, reject } from '../core/errors';
import { any, formProblems, needed, text, type Forms } from '../core/forms';
import type { PeerData } from './peer';
import { Port, portRange, portSlug } from './port';
import { groupOf, isPeer, malformedRule, ruleProblems, sourcesOf, type RuleSource } from './security-group-sources';

/** What the members of a group may reach: everything, or only what rules list. */
export type Outbound = 'everywhere' | 'listed';

/** The rules of a group as resources: one for each source, addressed by its content. */
export class RuleBook {
  private readonly made = new Map<string, SecurityGroupRule>();
  private readonly meant = new Map<string, string>();

  constructor(
    private readonly group: ISecurityGroup & Construct,
    private readonly outbound: Outbound,
  ) {}

  /** The rules by direction, port and peer: `in-tcp-443-10-8-0-0-16`. */
  get resources(): Readonly<Record<string, SecurityGroupRule>> {
    return Object.fromEntries(this.made);
  }

  /** Adds what is not there yet. */
  add(rule: SecurityRule): void {
    reject(this.group, formProblems(rule, RULE_FORMS));
    reject(this.group, malformedRule(this.group, rule));
    if (rule.direction === 'egress' && this.outbound === 'everywhere') {
      return;
    }
    reject(this.group, ruleProblems(this.group, rule));
    sourcesOf(this.group, rule.peer).forEach((source) => this.addOne(rule, source));
  }

  /** Lets everything out, or, where the cloud would let everything out, nothing. */
  openOrCloseOutbound(ipv6: boolean): void {
    const closed = this.outbound === 'listed';
    if (closed && this.group.type === 'enterprise') {
      return;
    }
    const everywhere = ipv6 ? [{ cidrIp: '0.0.0.0/0' }, { ipv6CidrIp: '::/0' }] : [{ cidrIp: '0.0.0.0/0' }];
    for (const source of everywhere) {
      const id = `out-${closed ? 'nothing' : 'everything'}${source.ipv6CidrIp ? '-ipv6' : ''}`;
      this.write(id, { direction: 'egress', peer: { ranges: [] }, port: Port.all() }, source, closed ? DROP_LAST : {});
    }
  }

  private addOne(rule: SecurityRule, source: RuleSource): void {
    const id = `${rule.direction === 'ingress' ? 'in' : 'out'}-${portSlug(rule.port)}-${source.slug}`;
    const meant = JSON.stringify(source);
    if (!this.made.has(id)) {
      this.meant.set(id, meant);
      this.write(id, rule, source);
    } else if (this.meant.get(id) !== meant) {
      const what = `two peers of this group have the same name in addresses, ${quote(source.slug)}`;
      reject(this.group, [
        { code: 'id-duplicate', what, value: source.slug, fix: 'give one of the two another id or name' },
      ]);
    }
  }

  private write(
    id: string,
    rule: SecurityRule,
    source: Omit<RuleSource, 'slug'>,
    last: Partial<typeof DROP_LAST> = {},
  ): void {
    const ipv6 = source.ipv6CidrIp !== undefined;
    const resource = new SecurityGroupRule(this.group, id, {
      securityGroupId: this.group.securityGroupId,
      type: rule.direction,
      ipProtocol: ipv6 && rule.port.protocol === 'icmp' ? 'icmpv6' : rule.port.protocol,
      portRange: portRange(rule.port),
      // In a VPC always this one, for public sources too; the provider's other value never matches.
      nicType: 'intranet',
      policy: last.policy ?? 'accept',
      priority: last.priority ?? 1,
      cidrIp: source.cidrIp,
      ipv6CidrIp: source.ipv6CidrIp,
      sourceSecurityGroupId: source.sourceSecurityGroupId,
      prefixListId: source.prefixListId,
      description: (rule.peer as PeerData).because ?? rule.description,
    });
    this.made.set(id, resource);
  }
}

const PEER = 'Peer.cidr("10.8.0.0/16"), or whatever has a security group';
const RULE_FORMS: Forms<SecurityRule> = {
  direction: needed((prop, value) => oneOf(prop, value, ['ingress', 'egress']), '"ingress"'),
  peer: needed(
    (prop, value) =>
      isPeer(value)
        ? []
        : [
            {
              code: 'rule-peer',
              what: `${prop} ${quote(value)} has neither group nor ranges`,
              value,
              fix: `write ${PEER}`,
            },
          ],
    PEER,
  ),
  port: any,
  description: text,
};

const DROP_LAST = Object.freeze({ policy: 'drop', priority: 100 });

/** Both sides of a connection: in here, out there. */
export function connect(to: ISecurityGroup, from: IConnectable, port: PortData, description?: string): void {
  to.addRule({ direction: 'ingress', peer: from, port, description });
  (isPeer(from) ? groupOf(from) : undefined)?.addRule({ direction: 'egress', peer: to, port, description });
}

/** Both sides of a connection, seen from who begins it. */
export function connectTo(from: ISecurityGroup, to: IConnectable, port: PortData, description?: string): void {
  from.addRule({ direction: 'egress', peer: to, port, description });
  (isPeer(to) ? groupOf(to) : undefined)?.addRule({ direction: 'ingress', peer: from, port, description });
}
