import { ArmsDispatchRule } from '@cdktf/provider-alicloud/lib/arms-dispatch-rule';
import type { Construct } from 'constructs';
import type { IAlertContacts } from './i-alert-contacts';

/** Seconds: how long an alert waits for others like it, and a group for what joins it. */
const WAIT = 30;
const INTERVAL = 60;

/** What no prefix ends in: alerts of `shop-2` are none of `shop`. */
export const END_OF_PREFIX = '--';

/** How people are told. */
export interface DispatchProps {
  readonly contacts: IAlertContacts;
  /** What the names of the alerts begin with that are theirs. */
  readonly prefix: string;
  readonly repeatMinutes: number;
  readonly tellRecovery: boolean;
}

/** Brings alerts whose names begin alike to people, at any hour. */
export function dispatchTo(scope: Construct, { contacts, prefix, repeatMinutes, tellRecovery }: DispatchProps) {
  const { recipients, channels } = contacts.armsRecipients();
  return new ArmsDispatchRule(scope, 'dispatch', {
    dispatchRuleName: prefix,
    dispatchType: 'CREATE_ALERT',
    isRecover: tellRecovery,
    groupRules: [
      {
        groupWaitTime: WAIT,
        groupInterval: INTERVAL,
        repeatInterval: repeatMinutes * 60,
        groupingFields: ['alertname'],
      },
    ],
    labelMatchExpressionGrid: [
      {
        labelMatchExpressionGroups: [
          {
            labelMatchExpressions: [
              { key: '_aliyun_arms_alert_name', operator: 're', value: `^${prefix}${END_OF_PREFIX}.*` },
            ],
          },
        ],
      },
    ],
    notifyRules: [
      {
        notifyObjects: recipients.map(({ id, name, type }) => ({ notifyObjectId: id, name, notifyType: type })),
        notifyChannels: [...channels],
        notifyStartTime: '00:00',
        notifyEndTime: '23:59',
      },
    ],
  });
}
