import fc from 'fast-check';
import { atMidnight, excludeProblems, timeProblems } from '../../../lib/workload/scaling/cron';

const refused = (at: unknown) =>
  timeProblems('at', at)
    .map(({ what }) => what)
    .join();

test.each([
  '0 30 8 * * 1-5',
  '*/15 0,30 8-18 ? * MON-FRI',
  '0 0 0 29 2 *',
  '0 0 12 1 JAN,JUL *',
  '@every 5m',
  '@every 1h30m',
  '@date 2028-02-29 23:59:59',
  '@daily',
])('the controller of CronHPA understands %s', (at) => {
  expect(refused(at)).toBe('');
});

test.each([
  ['30 8 * * 1-5', 'it has 5 fields, not six'],
  ['0 0 30 8 * * 1', 'it has 7 fields, not six'],
  ['0 61 8 * * *', 'minute: 61'],
  ['0 0 8 30 2 *', 'the day never comes'],
  ['0 0 8 L * *', 'it does not know "L"'],
  ['0 0 8 * * 7', 'it does not know "7"'],
  ['0 0 8 * * 5#2', 'it does not know "5#2"'],
  ['@every 5 minutes', 'it does not know this word or date'],
  ['@reboot', 'it does not know this word or date'],
  ['@date 2027-02-29 00:00:00', 'it does not know this word or date'],
  ['@date 2027-13-01 00:00:00', 'it does not know this word or date'],
  ['@date 2026-11-11', 'it does not know this word or date'],
  [5, 'it is not text'],
])('the controller of CronHPA would never run a job at %p', (at, why) => {
  expect(refused(at)).toContain(why);
});

test('five fields are answered with the six that were meant', () => {
  expect(timeProblems('at', '30 8 * * 1-5')[0]?.fix).toContain('"0 30 8 * * 1-5"');
});

test('every second, minute and hour of a day is a time', () => {
  const [second, minute, hour] = [fc.nat(59), fc.nat(59), fc.nat(23)];
  fc.assert(
    fc.property(second, minute, hour, (s, m, h) => {
      expect(refused(`${s} ${m} ${h} * * *`)).toBe('');
      expect(atMidnight(`${s} ${m} ${h} * * *`)).toBe(h === 0);
    }),
  );
});

test.each([
  ['* * * 15 11 *', 0],
  ['? ? ? * * 6', 0],
  ['0 0 0 15 11 *', 1],
  ['* * 8 15 11 *', 1],
  ['@daily', 1],
  ['* * 15 11 *', 1],
])('%s excludes whole days: %d problems', (date, count) => {
  expect(excludeProblems('excludeDates', date)).toHaveLength(count);
});

test.each([
  ['0 0 0 * * *', true],
  ['0 0 */6 * * *', true],
  ['0 0 1-23 * * *', false],
  ['@every 5m', true],
  ['@daily', true],
  ['@date 2026-11-11 00:00:00', true],
  ['@date 2026-11-11 09:00:00', false],
])('%s comes in the first hour of a day: %p', (at, answer) => {
  expect(atMidnight(at)).toBe(answer);
});
