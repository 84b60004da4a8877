import { CmsAlarm } from '@cdktf/provider-alicloud/lib/cms-alarm';
import { Construct } from 'constructs';
import { checkedId } from '../core/ids';
import { jsonText } from '../core/json-text';
import { physicalName, type NameRule } from '../core/names';
import type { AlarmRule } from './alarm-rule';
import { dimensionsOf } from './alarms-props';

const ALARM: NameRule = Object.freeze({
  min: 1,
  max: 100,
  pattern: /^[\w\u4e00-\u9fa5-]+$/,
  says: '1 to 100 letters, digits, hyphens and underscores',
});

/** How and whom alarms tell. */
export interface AlarmVoice {
  readonly groups: readonly string[];
  readonly silenceSeconds: number;
  readonly hours: string;
}

/** What an alarm is about. */
export interface AlarmTarget {
  readonly namespace: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The alarms about one thing. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, checkedId(scope, id));
  }

  /**
   * Adds an alarm. Its id says which levels it has: the provider keeps the level of an alarm that has lost it, so that one
   * with other levels is another one.
   */
  add(name: string, target: AlarmTarget, rule: AlarmRule, voice: AlarmVoice): CmsAlarm {
    return new CmsAlarm(this, `${name}${levelsOf(rule)}`, {
      name: physicalName(this, ALARM, name),
      project: target.namespace,
      metric: rule.metric,
      metricDimensions: jsonText(dimensionsOf(target.dimensions)),
      period: rule.periodSeconds,
      escalationsCritical: escalation(rule, rule.critical),
      escalationsWarn: escalation(rule, rule.warn),
      contactGroups: [...voice.groups],
      silenceTime: voice.silenceSeconds,
      effectiveInterval: voice.hours,
      timeouts: { create: '5m', update: '5m', delete: '5m' },
    });
  }
}

function levelsOf({ critical, warn }: AlarmRule): string {
  if (critical !== false && warn !== false) {
    return '';
  }
  return critical === false ? '-warn' : '-critical';
}

function escalation({ statistics, comparison, times }: AlarmRule, threshold: number | false) {
  return threshold === false
    ? undefined
    : { statistics, comparisonOperator: comparison, threshold: String(threshold), times };
}
