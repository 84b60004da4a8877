import type { LoadShape } from './load-test-data';

/** Steps of a minute each by `ab`: so many visitors more in each. It keeps 32 bytes for each request that it may make. */
export const AB_SCRIPT = [
  'set -eu',
  'step=1',
  'while [ "$step" -le "$MINUTES" ]; do',
  '  users=$((USERS * step / MINUTES))',
  '  echo "minute $step: $users visitors at the same time"',
  '  ab -q -r -l -c "$users" -t 60 -n 10000000 "$TARGET/"',
  '  step=$((step + 1))',
  'done',
  '',
].join('\n');

/** The same by k6: visitors rise through each minute. */
export const K6_SCRIPT = [
  "import { check } from 'k6';",
  "import http from 'k6/http';",
  '',
  'const users = Number(__ENV.USERS);',
  'const minutes = Number(__ENV.MINUTES);',
  'export const options = {',
  '  stages: Array.from({ length: minutes }, (_, done) => ({',
  "    duration: '1m',",
  '    target: Math.round((users * (done + 1)) / minutes),',
  '  })),',
  "  thresholds: { http_req_failed: ['rate<0.01'], http_req_duration: ['p(95)<2000'] },",
  '};',
  '',
  'export default function () {',
  '  const { status } = http.get(`${__ENV.TARGET}/`);',
  "  check(status, { 'answers 200': (code) => code === 200 });",
  '}',
  '',
].join('\n');

/** Variables of both. */
export function loadEnvironment({ users, minutes }: LoadShape): Readonly<Record<string, string>> {
  return { USERS: String(users), MINUTES: String(minutes) };
}
