import { AlidnsDomain } from '@cdktf/provider-alicloud/lib/alidns-domain';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { withDefaults, type Resolved } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { domainProblem, isDomain, lowerCase } from './dns-address';
import { DnsRecord, type DnsRecordProps } from './dns-record';

/** Which edition of Alibaba Cloud DNS answers for a domain. It decides how short answers may be kept. */
export type DnsEdition = 'free' | 'basic' | 'standard' | 'ultimate' | 'exclusive';

/** A domain whose names the internet finds, in Alibaba Cloud DNS, created here or existing. */
export interface IDnsZone extends IConstruct {
  readonly domainName: string;
  readonly edition: DnsEdition;
  /** Adds a record: `zone.addRecord('www', { name: 'www', value: DnsValue.alias(front.dnsName) })`. */
  addRecord(id: string, props: Omit<DnsRecordProps, 'zone'>): DnsRecord;
}

export interface DnsZoneProps {
  /** The domain, such as `example.com`: one that you registered. Changing it replaces the zone with its records. */
  readonly domainName: string;
  /** Edition of the domain, as it was bought; free ones have none. Nothing is bought by it. @default "free" */
  readonly edition?: DnsEdition;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /** Takes over the domain that Alibaba Cloud DNS has. Import id: the domain, such as `example.com`. @default none - it is added */
  readonly adopt?: string;
}

/** A domain that Alibaba Cloud DNS has. */
export type DnsZoneAttributes = Pick<DnsZoneProps, 'domainName' | 'edition'>;

/** What a zone has when a prop is left out. */
export const DNS_ZONE_DEFAULTS = Object.freeze({ edition: 'free' as DnsEdition });

type ResolvedZone = Readonly<Resolved<DnsZoneProps, typeof DNS_ZONE_DEFAULTS>>;

const FORMS: Forms<DnsZoneProps> = {
  domainName: needed(word, '"example.com"'),
  edition: any,
  description: text,
  adopt: word,
};

const ATTRIBUTES_FORMS: Forms<DnsZoneAttributes> = { domainName: FORMS.domainName, edition: any };

const EDITIONS = ['free', 'basic', 'standard', 'ultimate', 'exclusive'];

function problemsIn({ domainName, edition, adopt: adopted }: ResolvedZone): Problem[] {
  const what = `domainName ${quote(domainName)} is not the domain to adopt, ${quote(adopted)}: the next apply would replace it`;
  const other = adopted !== undefined && adopted !== domainName;
  return [
    ...(isDomain(domainName) && domainName.includes('.') ? [] : [domainProblem('domainName', domainName)]),
    ...oneOf('edition', edition, EDITIONS),
    ...(other
      ? [{ code: 'choice-conflict' as const, what, value: adopted, fix: `write adopt: ${quote(domainName)}` }]
      : []),
  ];
}

/**
 * A domain in Alibaba Cloud DNS, for whose names the internet asks there once its registrar names `dnsServers`.
 *
 * Creates `alicloud_alidns_domain`. Free in the free edition; the others are bought apart. Destroying it takes all records of the domain
 * with it, those that others made too: most programs name a domain that exists with `fromAttributes`.
 *
 * @throws InputError `dns-name`, `choice-invalid`, `choice-conflict`
 */
export class DnsZone extends Construct implements IDnsZone {
  readonly resource: AlidnsDomain;
  readonly domainName: string;
  readonly edition: DnsEdition;
  /** The servers that the registrar of the domain has to name. */
  readonly dnsServers: readonly string[];

  constructor(scope: Construct, id: string, props: DnsZoneProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, DNS_ZONE_DEFAULTS);
    reject(this, problemsIn(p));
    this.domainName = lowerCase(p.domainName);
    this.edition = p.edition;
    this.resource = new AlidnsDomain(this, 'Resource', { domainName: this.domainName, remark: p.description });
    adopt(this.resource, p.adopt);
    this.dnsServers = this.resource.dnsServers;
  }

  addRecord(id: string, props: Omit<DnsRecordProps, 'zone'>): DnsRecord {
    return new DnsRecord(this, id, { ...props, zone: this });
  }

  /** A domain that Alibaba Cloud DNS has; creates nothing but the records that are added. */
  static fromAttributes(scope: Construct, id: string, attributes: DnsZoneAttributes): IDnsZone {
    return new ImportedDnsZone(scope, id, attributes);
  }
}

class ImportedDnsZone extends Construct implements IDnsZone {
  readonly domainName: string;
  readonly edition: DnsEdition;

  constructor(scope: Construct, id: string, attributes: DnsZoneAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, ATTRIBUTES_FORMS));
    const p = withDefaults(attributes, DNS_ZONE_DEFAULTS);
    reject(this, problemsIn(p));
    this.domainName = lowerCase(p.domainName);
    this.edition = p.edition;
  }

  addRecord(id: string, props: Omit<DnsRecordProps, 'zone'>): DnsRecord {
    return new DnsRecord(this, id, { ...props, zone: this });
  }
}
