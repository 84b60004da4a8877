import { PvtzZone } from '@cdktf/provider-alicloud/lib/pvtz-zone';
import { PvtzZoneAttachment } from '@cdktf/provider-alicloud/lib/pvtz-zone-attachment';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { flag, formProblems, listOf, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import type { INetwork } from '../core/network';
import { NETWORK_FORM } from '../core/seam-forms';
import { addTreeCheck, byKey, perTree } from '../core/tree';
import { isToken } from '../core/tokens';
import { domainProblem, isDomain, lowerCase, ofTheCloud } from './dns-address';
import { PrivateRecord, type PrivateRecordProps } from './dns-private-record';

/** A zone of names that only VPCs see, created here or existing. */
export interface IPrivateZone extends IConstruct {
  readonly zoneId: string;
  readonly zoneName: string;
  /** Adds a record: `zone.addRecord('git', { name: 'git', value: DnsValue.address('10.8.1.7') })`. */
  addRecord(id: string, props: Omit<PrivateRecordProps, 'zone'>): PrivateRecord;
}

export interface PrivateZoneProps {
  /**
   * Domain of the zone, such as `acme.internal`, or one of yours on the internet. Changing it replaces the zone with its records.
   * @throws InputError `dns-name`; `dns-cloud-names` for one in or above those of the cloud, without `publicToo`
   */
  readonly zoneName: string;
  /** The VPCs that see it, each in its own region; more by `attachTo`. Changed in place. */
  readonly networks: readonly INetwork[];
  /**
   * Whether names that the zone does not have are looked for on the internet: for a domain that is there too. Otherwise they do not
   * exist for these VPCs. Changed in place.
   * @default false
   */
  readonly publicToo?: boolean;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /** Takes over a zone that exists. Import id: the zone's id. Its VPCs are the part `attachment` of `Adopt.parts`, by the same id. @default none - a new zone */
  readonly adopt?: string;
}

/** A zone that exists. */
export interface PrivateZoneAttributes {
  /** Id of the zone, as the console shows it. */
  readonly zoneId: string;
  /** The name that its records end in. */
  readonly zoneName: string;
}

/** What a zone has when a prop is left out. */
export const PRIVATE_ZONE_DEFAULTS = Object.freeze({ publicToo: false });

const FORMS: Forms<PrivateZoneProps> = {
  zoneName: needed(word, '"acme.internal"'),
  networks: needed(listOf(NETWORK_FORM), '[network]'),
  publicToo: flag,
  description: text,
  adopt: word,
};

const ATTRIBUTES_FORMS: Forms<PrivateZoneAttributes> = {
  zoneId: needed(word, '"1a2b3c4d5e6f"'),
  zoneName: needed(word, '"acme.internal"'),
};

function problemsIn(zoneName: string, publicToo: boolean): Problem[] {
  const hidden = ofTheCloud(zoneName);
  const what = `zoneName ${quote(zoneName)} would hide names of the cloud in ${hidden} from these VPCs: databases, shares, registries`;
  const fix = 'write a domain of your own, or publicToo: true, which asks on for what the zone does not have';
  return [
    ...(isDomain(zoneName) ? [] : [domainProblem('zoneName', zoneName)]),
    ...(hidden !== undefined && !publicToo ? [{ code: 'dns-cloud-names' as const, what, value: zoneName, fix }] : []),
  ];
}

/**
 * Names that only VPCs see: Pods, nodes and other machines find a database, a balancer or a Git server by a name of yours.
 *
 * Creates `alicloud_pvtz_zone` and `alicloud_pvtz_zone_attachment`. PrivateZone has to be activated in the account and bills the zone by
 * the month and what is asked. A VPC sees one zone of a name.
 *
 * @throws InputError `dns-name`, `dns-cloud-names`, `list-empty`; when the App is synthesised `dns-zone-twice` for two zones of one name in
 *   a VPC
 */
export class PrivateZone extends Construct implements IPrivateZone {
  readonly resource: PvtzZone;
  readonly zoneId: string;
  readonly zoneName: string;
  /** The VPCs that see the zone: the whole list is Terraform's. */
  readonly attachment: PvtzZoneAttachment;
  private readonly networks: INetwork[] = [];

  constructor(scope: Construct, id: string, props: PrivateZoneProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const { zoneName, networks, publicToo, description, adopt: adopted } = withDefaults(props, PRIVATE_ZONE_DEFAULTS);
    reject(this, [...problemsIn(zoneName, publicToo), ...(networks.length > 0 ? [] : [nowhere()])]);
    this.zoneName = lowerCase(zoneName);
    this.resource = new PvtzZone(this, 'Resource', {
      zoneName: this.zoneName,
      remark: description,
      proxyPattern: publicToo ? 'RECORD' : 'ZONE',
    });
    adopt(this.resource, adopted);
    this.zoneId = this.resource.id;
    this.networks.push(...new Set(networks));
    this.attachment = new PvtzZoneAttachment(this, 'attachment', { zoneId: this.zoneId, vpcs: this.vpcs() });
    addTreeCheck(this, (all) => hiddenZones(this, all));
  }

  /** Has one more VPC see the zone; the same one twice is once. */
  attachTo(network: INetwork): void {
    reject(this, NETWORK_FORM('network', network));
    if (!this.networks.includes(network)) {
      this.networks.push(network);
      this.attachment.putVpcs(this.vpcs());
    }
  }

  addRecord(id: string, props: Omit<PrivateRecordProps, 'zone'>): PrivateRecord {
    return new PrivateRecord(this, id, { ...props, zone: this });
  }

  /** Ids of the VPCs that see it. */
  get vpcIds(): readonly string[] {
    return this.networks.map(({ vpcId }) => vpcId);
  }

  /** A zone that exists; creates nothing but the records that are added. */
  static fromAttributes(scope: Construct, id: string, attributes: PrivateZoneAttributes): IPrivateZone {
    return new ImportedPrivateZone(scope, id, attributes);
  }

  private vpcs() {
    return this.networks.map(({ vpcId, region }) => ({ vpcId, regionId: region }));
  }
}

class ImportedPrivateZone extends Construct implements IPrivateZone {
  readonly zoneId: string;
  readonly zoneName: string;

  constructor(scope: Construct, id: string, attributes: PrivateZoneAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, ATTRIBUTES_FORMS));
    reject(this, isDomain(attributes.zoneName) ? [] : [domainProblem('zoneName', attributes.zoneName)]);
    this.zoneId = attributes.zoneId;
    this.zoneName = attributes.zoneName;
  }

  addRecord(id: string, props: Omit<PrivateRecordProps, 'zone'>): PrivateRecord {
    return new PrivateRecord(this, id, { ...props, zone: this });
  }
}

function nowhere(): Problem {
  const what = 'networks is empty: nobody sees the zone';
  return { code: 'list-empty', what, value: [], fix: 'write networks: [network]' };
}

const zones = perTree((all) => byKey(all.filter(isZone), ({ zoneName }: PrivateZone) => zoneName.toLowerCase()));

function isZone(construct: IConstruct): construct is PrivateZone {
  return 'zoneName' in construct && 'vpcIds' in construct && 'attachment' in construct;
}

/** Two zones of one name in a VPC: the second is refused by the cloud, after the first is there. */
function hiddenZones(zone: PrivateZone, all: readonly IConstruct[]): Problem[] {
  const same = zones(all).get(zone.zoneName.toLowerCase()) ?? [];
  const [first] = same
    .slice(0, same.indexOf(zone))
    .filter(({ vpcIds }) => vpcIds.some((id) => zone.vpcIds.includes(id) && (isToken(id) || id !== '')));
  const what = `zone ${quote(zone.zoneName)} is "${first?.node.path}" too, for the same VPC, which sees one zone of a name`;
  const fix = 'put the records into one zone, or name the VPCs apart';
  return first ? [{ code: 'dns-zone-twice', what, value: zone.zoneName, fix }] : [];
}
