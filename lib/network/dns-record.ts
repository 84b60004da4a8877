import { AlidnsRecord } from '@cdktf/provider-alicloud/lib/alidns-record';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { wholeNumber } from '../core/checks';
import { withDefaults, type Resolved } from '../core/defaults';
import { reject, type Problem } from '../core/errors';
import { any, construct, formProblems, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { literal } from '../core/literal';
import { addTreeCheck } from '../core/tree';
import { lowerCase, wholeNameProblems } from './dns-address';
import { clashes, noteRecord } from './dns-clash';
import { DNS_VALUE_FORM, dnsValueProblems, hostProblems, recordData, type DnsValueData } from './dns-value';
import type { DnsEdition, DnsZone, IDnsZone } from './dns-zone';

export interface DnsRecordProps {
  /** The domain, made here or existing. Another one replaces the record. */
  readonly zone: IDnsZone;
  /** Name below the domain: `www`, `*`, or `@` for the domain itself. Changed in place. */
  readonly name: string;
  /** What the name stands for. Changed in place. */
  readonly value: DnsValueData;
  /**
   * Seconds for which others may keep the answer, up to 86400; at least 600 in the free edition, 120, 60, 10 and 1 in the others.
   * Changed in place.
   * @default 600
   * @throws InputError `number-invalid`
   */
  readonly ttlSeconds?: number;
  /**
   * For whom the answer is, by line: `default`, `telecom`, `oversea`, ... Two records of one name on two lines give two answers; one on
   * `default` is for everybody else. Changed in place.
   * @default "default"
   */
  readonly line?: string;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /** Takes over a record that exists. Import id: its number, as the API lists it. @default none - a new record */
  readonly adopt?: string;
}

/** What a record has when a prop is left out. */
export const DNS_RECORD_DEFAULTS = Object.freeze({ ttlSeconds: 600, line: 'default' });

type ResolvedRecord = Readonly<Resolved<DnsRecordProps, typeof DNS_RECORD_DEFAULTS>>;

const FORMS: Forms<DnsRecordProps> = {
  zone: needed(construct(['domainName', 'edition'], 'a DnsZone, or one of DnsZone.fromAttributes'), 'zone'),
  name: needed(word, '"www"'),
  value: needed(DNS_VALUE_FORM, 'DnsValue.address("203.0.113.7")'),
  ttlSeconds: any,
  line: word,
  description: text,
  adopt: word,
};

const SHORTEST: Readonly<Record<DnsEdition, number>> = Object.freeze({
  free: 600,
  basic: 120,
  standard: 60,
  ultimate: 10,
  exclusive: 1,
});
const LONGEST = 86_400;
const MOST_PRIORITY = 10;

function problemsIn({ zone, name, value, ttlSeconds }: ResolvedRecord): Problem[] {
  return [
    ...hostProblems(name),
    ...wholeNameProblems(name, zone.domainName),
    ...dnsValueProblems(value, MOST_PRIORITY),
    ...wholeNumber('ttlSeconds', ttlSeconds, SHORTEST[zone.edition], LONGEST, `seconds in the ${zone.edition} edition`),
  ];
}

/**
 * A name of the internet, in Alibaba Cloud DNS. Creates `alicloud_alidns_record`; free. Several addresses of one name are several
 * records, of which each asker gets one.
 *
 * @throws InputError `dns-name`, `dns-address`, `number-invalid`; when the App is synthesised `dns-record-twice`, and `dns-alias-shared`
 *   for an alias beside another record of its name
 */
export class DnsRecord extends Construct {
  readonly resource: AlidnsRecord;
  /** The whole name, such as `www.example.com`. */
  readonly hostname: string;

  constructor(scope: Construct, id: string, props: DnsRecordProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, DNS_RECORD_DEFAULTS);
    reject(this, problemsIn(p));
    const { zone, name, line } = p;
    const { type, value, priority } = recordData(p.value);
    this.resource = new AlidnsRecord(this, 'Resource', {
      // A domain that this program adds is there first.
      domainName: (zone as Partial<DnsZone>).resource?.domainName ?? zone.domainName,
      rr: lowerCase(name),
      type,
      value: literal(value),
      priority,
      ttl: p.ttlSeconds,
      line,
      remark: p.description,
    });
    adopt(this.resource, p.adopt);
    this.hostname = name === '@' ? zone.domainName : `${name}.${zone.domainName}`;
    noteRecord(this, { zone: `public ${zone.domainName.toLowerCase()}`, name, type, value, line });
    addTreeCheck(this, (all) => clashes(this, all));
  }
}
