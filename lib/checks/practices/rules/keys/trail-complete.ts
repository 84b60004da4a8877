import { isKnown, isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const trailComplete: Practice = {
  id: 'trail-complete',
  severity: 'warning',
  sandbox: true,
  title: { en: 'The trail of the account has every region and every event', zh: '操作审计覆盖所有地域与事件' },
  reason: {
    en: 'What an intruder does happens in the region that nobody looks at, and reading is what they do first.',
    zh: '入侵者往往在无人关注的地域活动，而且先从读取开始。',
  },
  fix: { en: 'write `trail_region: "All"` and `event_rw: "All"`', zh: '写 `trail_region: "All"` 与 `event_rw: "All"`' },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/actiontrail-trail-intact-enabled',
  look: resources(['alicloud_actiontrail_trail'], ({ attributes: { trail_region: region, event_rw: events } }) => [
    ...when(
      isKnown(region) && region !== 'All',
      { en: `the trail has the region ${String(region)} only`, zh: `操作审计只覆盖地域 ${String(region)}` },
      region,
    ),
    ...when(
      !isLater(events) && events !== 'All',
      {
        en: `the trail has the events ${String(events ?? 'Write')} only`,
        zh: `操作审计只记录 ${String(events ?? 'Write')} 事件`,
      },
      events,
    ),
  ]),
};
