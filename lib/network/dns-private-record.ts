import { PvtzZoneRecord } from '@cdktf/provider-alicloud/lib/pvtz-zone-record';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf, wholeNumber } from '../core/checks';
import { withDefaults, type Resolved } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, construct, formProblems, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { literal } from '../core/literal';
import { isToken } from '../core/tokens';
import { addTreeCheck } from '../core/tree';
import { lowerCase, wholeNameProblems } from './dns-address';
import { clashes, noteRecord } from './dns-clash';
import type { IPrivateZone } from './dns-private-zone';
import { DNS_VALUE_FORM, dnsValueProblems, hostProblems, recordData, type DnsValueData } from './dns-value';

export interface PrivateRecordProps {
  /** The zone, made here or existing. Another one replaces the record. */
  readonly zone: IPrivateZone;
  /** Name below the zone: `git`, `*`, or `@` for the zone itself. Changing it replaces the record. */
  readonly name: string;
  /** What the name stands for: an address, an alias, mail, text or a service. Changed in place. */
  readonly value: DnsValueData;
  /** Seconds for which the answer may be kept, 5 to 86400. Changed in place. @default 60 */
  readonly ttlSeconds?: number;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /** Takes over a record that exists. Import id: `<record id>:<zone id>`. @default none - a new record */
  readonly adopt?: string;
}

/** What a record has when a prop is left out. */
export const PRIVATE_RECORD_DEFAULTS = Object.freeze({ ttlSeconds: 60 });

type ResolvedRecord = Readonly<Resolved<PrivateRecordProps, typeof PRIVATE_RECORD_DEFAULTS>>;

const FORMS: Forms<PrivateRecordProps> = {
  zone: needed(construct(['zoneId', 'zoneName'], 'a PrivateZone, or one of PrivateZone.fromAttributes'), 'zone'),
  name: needed(word, '"git"'),
  value: needed(DNS_VALUE_FORM, 'DnsValue.address("10.8.1.7")'),
  ttlSeconds: any,
  description: text,
  adopt: word,
};

/** What a private zone can hold. */
const TYPES = ['A', 'CNAME', 'MX', 'SRV', 'TXT'];
const MOST_PRIORITY = 50;

function problemsIn({ zone, name, value, ttlSeconds }: ResolvedRecord): Problem[] {
  const { type } = recordData(value);
  const what = `value is of type ${type}, which a private zone does not hold`;
  const unknown = oneOf('type', type, TYPES).map((problem) => ({
    ...problem,
    what,
    fix: `write ${TYPES.map(quote).join(', ')}`,
  }));
  return [
    ...hostProblems(name),
    ...wholeNameProblems(name, zone.zoneName),
    ...dnsValueProblems(value, MOST_PRIORITY),
    ...unknown,
    ...wholeNumber('ttlSeconds', ttlSeconds, 5, 86_400, 'seconds'),
  ];
}

/**
 * A name that only VPCs see. Creates `alicloud_pvtz_zone_record`; free beside its zone.
 *
 * @throws InputError `dns-name`, `dns-address`, `number-invalid`, `choice-invalid` for what a private zone does not hold; when the App is
 *   synthesised `dns-record-twice`, `dns-alias-shared`
 */
export class PrivateRecord extends Construct {
  readonly resource: PvtzZoneRecord;
  /** The whole name, such as `git.acme.internal`. */
  readonly hostname: string;

  constructor(scope: Construct, id: string, props: PrivateRecordProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, PRIVATE_RECORD_DEFAULTS);
    reject(this, problemsIn(p));
    const { zone, name } = p;
    const { type, value, priority } = recordData(p.value);
    this.resource = new PvtzZoneRecord(this, 'Resource', {
      zoneId: zone.zoneId,
      rr: lowerCase(name),
      type,
      value: literal(value),
      priority,
      ttl: p.ttlSeconds,
      remark: p.description,
    });
    adopt(this.resource, p.adopt);
    this.hostname = name === '@' ? zone.zoneName : `${name}.${zone.zoneName}`;
    const known = isToken(zone.zoneId) ? zone.node.path : zone.zoneId;
    noteRecord(this, { zone: `private ${known}`, name, type, value, line: '' });
    addTreeCheck(this, (all) => clashes(this, all));
  }
}
