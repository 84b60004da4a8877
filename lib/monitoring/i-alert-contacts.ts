import type { IConstruct } from 'constructs';

/** Somebody whom ARMS tells of alerts. */
export interface ArmsRecipient {
  readonly id: string;
  readonly name: string;
  readonly type: 'ARMS_CONTACT_GROUP' | 'ARMS_ROBOT';
}

/** On which ways ARMS tells them. */
export type ArmsChannel = 'dingTalk' | 'email' | 'sms' | 'wechat';

/** Everybody whom ARMS tells, and how. */
export interface ArmsRecipients {
  readonly recipients: readonly ArmsRecipient[];
  /** Sorted. */
  readonly channels: readonly ArmsChannel[];
}

/**
 * Who is told when something is wrong, made here or existing. Alibaba Cloud keeps two lists of people, that of CloudMonitor
 * and that of ARMS; each is made when the first rule of its side asks for it, in the stack of the contacts.
 */
export interface IAlertContacts extends IConstruct {
  /**
   * Names of the contact groups that CloudMonitor tells.
   *
   * @throws InputError `contacts-unreachable` when it could tell nobody
   */
  cloudMonitorGroups(): readonly string[];
  /** Whom ARMS tells, of what Prometheus measures. @throws InputError `contacts-unreachable` when it could tell nobody */
  armsRecipients(): ArmsRecipients;
}
