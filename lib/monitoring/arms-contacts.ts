import { ArmsAlertContact } from '@cdktf/provider-alicloud/lib/arms-alert-contact';
import { ArmsAlertContactGroup } from '@cdktf/provider-alicloud/lib/arms-alert-contact-group';
import { ArmsAlertRobot } from '@cdktf/provider-alicloud/lib/arms-alert-robot';
import type { Construct } from 'constructs';
import { physicalName } from '../core/names';
import { CONTACT, type AlertContactsProps, type AlertPerson } from './alert-contacts-props';
import { hidden, sorted } from './cloud-monitor-contacts';
import type { ArmsChannel, ArmsRecipient, ArmsRecipients } from './i-alert-contacts';

const ROBOTS = Object.freeze({
  dingtalk: { type: 'dingding', channel: 'dingTalk' },
  wecom: { type: 'wechat', channel: 'wechat' },
} as const);

/** The contacts of ARMS: people in one group, robots by themselves. */
export function armsContacts(contacts: Construct, { people = {}, robots = {} }: AlertContactsProps): ArmsRecipients {
  const rooms = sorted(robots).map(([name, { kind, address }]): ArmsRecipient => {
    const robot = new ArmsAlertRobot(contacts, `arms-robot-${name}`, {
      alertRobotName: physicalName(contacts, CONTACT, name),
      robotType: ROBOTS[kind].type,
      robotAddr: hidden(address),
    });
    return { id: robot.id, name: robot.alertRobotName, type: 'ARMS_ROBOT' };
  });
  const ways = [
    ...Object.values(people).flatMap(channelsOf),
    ...Object.values(robots).map(({ kind }): ArmsChannel => ROBOTS[kind].channel),
  ];
  const group = Object.keys(people).length > 0 ? [groupOf(contacts, people)] : [];
  return Object.freeze({ recipients: [...group, ...rooms], channels: [...new Set(ways)].sort() });
}

function groupOf(contacts: Construct, people: Readonly<Record<string, AlertPerson>>): ArmsRecipient {
  const made = sorted(people).map(
    ([name, { email, phone }]) =>
      new ArmsAlertContact(contacts, `arms-${name}`, {
        alertContactName: physicalName(contacts, CONTACT, name),
        email,
        phoneNum: phone,
        systemNoc: false,
      }),
  );
  const group = new ArmsAlertContactGroup(contacts, 'arms-group', {
    alertContactGroupName: physicalName(contacts, CONTACT),
    contactIds: made.map(({ id }) => id),
  });
  return { id: group.id, name: group.alertContactGroupName, type: 'ARMS_CONTACT_GROUP' };
}

function channelsOf({ email, phone }: AlertPerson): readonly ArmsChannel[] {
  return [...(email === undefined ? [] : ['email' as const]), ...(phone === undefined ? [] : ['sms' as const])];
}
