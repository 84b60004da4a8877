import { CmsAlarmContact } from '@cdktf/provider-alicloud/lib/cms-alarm-contact';
import { CmsAlarmContactGroup } from '@cdktf/provider-alicloud/lib/cms-alarm-contact-group';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { joined } from '../core/literal';
import { physicalName } from '../core/names';
import { isToken } from '../core/tokens';
import { CONTACT, type AlertContactsProps, type AlertPerson } from './alert-contacts-props';

/** Hex digits by which two addresses of one person differ. */
const DIGITS = 6;
const SHORTER = { ...CONTACT, max: CONTACT.max - DIGITS - 1 };

/** What CloudMonitor does not say before the person has confirmed it. */
const CONFIRMED = Object.freeze({ email: 'channels_mail', phone: 'channels_sms' });

/** The contact group of CloudMonitor, with everybody in it whom CloudMonitor can tell. */
export function cloudMonitorGroup(
  contacts: Construct,
  props: AlertContactsProps,
  language: string,
): CmsAlarmContactGroup {
  const people = sorted(props.people).map(([name, person]) => personOf(contacts, name, person, language));
  const rooms = sorted(props.robots)
    .filter(([, { kind }]) => kind === 'dingtalk')
    .map(
      ([name, { address }]) =>
        new CmsAlarmContact(contacts, `cloud-monitor-robot-${name}`, {
          alarmContactName: physicalName(contacts, CONTACT, name),
          describe: `robot ${name}`,
          channelsDingWebHook: hidden(address),
          lang: language,
        }),
    );
  return new CmsAlarmContactGroup(contacts, 'cloud-monitor-group', {
    alarmContactGroupName: physicalName(contacts, CONTACT),
    describe: `who is told by ${contacts.node.path}`,
    contacts: [...people, ...rooms].map((contact) => contact.alarmContactName),
  });
}

/**
 * Another address is another contact, made before the old one goes: what is left alone until it is confirmed would not be
 * changed in place.
 */
function personOf(contacts: Construct, name: string, person: AlertPerson, language: string): CmsAlarmContact {
  const { email, phone } = person;
  const unconfirmed = [
    ...(email === undefined ? [] : [CONFIRMED.email]),
    ...(phone === undefined ? [] : [CONFIRMED.phone]),
  ];
  return new CmsAlarmContact(contacts, `cloud-monitor-${name}`, {
    alarmContactName: `${physicalName(contacts, SHORTER, name)}-${fingerprint(email, phone)}`,
    describe: name,
    channelsMail: email,
    channelsSms: phone,
    lang: language,
    lifecycle: { createBeforeDestroy: true, ignoreChanges: unconfirmed },
  });
}

/** The same for the same addresses, on every machine; what only Terraform knows does not count. */
function fingerprint(...addresses: readonly (string | undefined)[]): string {
  const known = addresses.map((address) => (address === undefined || isToken(address) ? '' : address));
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, DIGITS);
}

/** The address of a robot: in no plan, whatever it comes from; the provider takes it for something that anybody may see. */
export const hidden = (address: string): string => Fn.sensitive(joined(address)) as string;

/** Entries in the order of their names. */
export function sorted<T>(map: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
