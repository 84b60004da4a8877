import { Construct } from 'constructs';
import { distinctList, oneOf } from '../core/checks';
import { cloudOf } from '../core/cloud';
import { reject, type Problem } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { physicalName } from '../core/names';
import { warn } from '../core/warnings';
import { noteAccountName } from './account-names';
import {
  ALERT_CONTACTS_ATTRIBUTES_FORMS,
  ALERT_CONTACTS_FORMS,
  alertContactsProblems,
  CONTACT,
  type AlertContactsAttributes,
  type AlertContactsProps,
} from './alert-contacts-props';
import { armsContacts } from './arms-contacts';
import { cloudMonitorGroup } from './cloud-monitor-contacts';
import type { ArmsRecipients, IAlertContacts } from './i-alert-contacts';

const LANGUAGES = Object.freeze({ en: 'en', zh: 'zh-cn' });

/**
 * People and robots that are told when something is wrong: given to `Alarms` and `ManagedPrometheus`.
 *
 * Creates `alicloud_cms_alarm_contact` and `alicloud_cms_alarm_contact_group` when an alarm of CloudMonitor asks for them,
 * `alicloud_arms_alert_contact`, `alicloud_arms_alert_contact_group` and `alicloud_arms_alert_robot` when a rule of
 * Prometheus does, so that nobody confirms an address twice without need. Free; text messages beyond the free ones are
 * billed.
 *
 * After the first apply everybody gets a link, and is told nothing before it is followed.
 *
 * @throws InputError `contacts-unreachable`, `contact-invalid`, `secret-in-text`; when the App is synthesised `account-name-taken` for
 *   two that are named alike, of whatever stacks
 */
export class AlertContacts extends Construct implements IAlertContacts {
  private readonly props: AlertContactsProps;
  private monitorGroups?: readonly string[];
  private arms?: ArmsRecipients;

  constructor(scope: Construct, id: string, props: AlertContactsProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, ALERT_CONTACTS_FORMS));
    reject(this, alertContactsProblems(props));
    this.props = props;
    noteAccountName(this, 'contacts', physicalName(this, CONTACT));
  }

  /** Contacts that exist, on one side or both; creates nothing. @throws InputError `contacts-unreachable` */
  static fromAttributes(scope: Construct, id: string, attributes: AlertContactsAttributes): IAlertContacts {
    return new ImportedAlertContacts(scope, id, attributes);
  }

  cloudMonitorGroups(): readonly string[] {
    const { people = {}, robots = {}, language } = this.props;
    const deaf = Object.entries(robots).flatMap(([name, { kind }]) => (kind === 'wecom' ? [name] : []));
    const told = Object.keys(people).length + Object.keys(robots).length - deaf.length;
    reject(this, told > 0 ? [] : [untold('CloudMonitor tells no robot of WeCom, and there is nobody else')]);
    if (this.monitorGroups === undefined) {
      const site = cloudOf(this).site === 'cn' ? 'zh' : 'en';
      const group = cloudMonitorGroup(this, this.props, LANGUAGES[language ?? site]);
      this.monitorGroups = Object.freeze([group.alarmContactGroupName]);
      this.sayWhoIsDeaf(deaf);
    }
    return this.monitorGroups;
  }

  armsRecipients(): ArmsRecipients {
    this.arms ??= armsContacts(this, this.props);
    return this.arms;
  }

  private sayWhoIsDeaf(robots: readonly string[]): void {
    if (robots.length > 0) {
      const text = `CloudMonitor cannot tell a robot of WeCom: ${robots.join(', ')} of "${this.node.path}" hears of Prometheus alone`;
      warn(this, 'contact-unheard', text);
    }
  }
}

class ImportedAlertContacts extends Construct implements IAlertContacts {
  private readonly attributes: AlertContactsAttributes;

  constructor(scope: Construct, id: string, attributes: AlertContactsAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, ALERT_CONTACTS_ATTRIBUTES_FORMS));
    reject(this, importedProblems(attributes));
    this.attributes = attributes;
  }

  cloudMonitorGroups(): readonly string[] {
    const { cloudMonitorGroup: group } = this.attributes;
    reject(this, group === undefined ? [untold('no cloudMonitorGroup is named, and CloudMonitor is to tell it')] : []);
    return [group!];
  }

  armsRecipients(): ArmsRecipients {
    const { armsGroup: group } = this.attributes;
    reject(this, group === undefined ? [untold('no armsGroup is named, and ARMS is to tell it')] : []);
    const { id, name, channels = ['email'] } = group!;
    return { recipients: [{ id, name, type: 'ARMS_CONTACT_GROUP' }], channels: [...channels].sort() };
  }
}

function importedProblems({ cloudMonitorGroup: monitor, armsGroup: arms }: AlertContactsAttributes): Problem[] {
  if (monitor === undefined && arms === undefined) {
    return [untold('neither cloudMonitorGroup nor armsGroup is named')];
  }
  const { channels } = arms ?? {};
  return channels === undefined
    ? []
    : [
        ...distinctList('armsGroup.channels', channels, '["email"]'),
        ...(Array.isArray(channels) ? channels : []).flatMap((channel, index) =>
          oneOf(`armsGroup.channels[${index}]`, channel, ['email', 'sms']),
        ),
      ];
}

const untold = (what: string): Problem => ({
  code: 'contacts-unreachable',
  what,
  value: undefined,
  fix: 'name a person with an e-mail address, or a contact group of that side',
});
