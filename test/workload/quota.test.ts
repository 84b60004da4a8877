import { warningsIn } from '../../lib/core/warnings';
import { synthesized } from '../../lib/testing';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { Namespace } from '../../lib/workload/namespace';
import type { NamespaceQuota } from '../../lib/workload/namespace-props';
import { Scale } from '../../lib/workload/scaling/scale';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { Update } from '../../lib/workload/update';
import type { WebServiceProps } from '../../lib/workload/web-service-props';
import { problemsOf } from '../support/problems';
import { RUN } from './a-namespace';
import { aWebService } from './a-web-service';

/** The web service `web` (500m and 1Gi a Pod) in a namespace with a quota. */
function bounded(quota: NamespaceQuota, props: Partial<WebServiceProps> = {}) {
  const scale = Scale.onCpu({ target: 60, min: 3, max: 10 });
  return aWebService({ scale, ...props }, {}, { quota });
}

const problems = (made: ReturnType<typeof bounded>) => problemsOf(() => synthesized(made.apps));
const warnings = ({ apps }: ReturnType<typeof bounded>) => {
  synthesized(apps);
  return warningsIn(apps)
    .map(({ text }) => text)
    .filter((text) => text.includes('[quota-passing]'));
};

test.each<[NamespaceQuota, unknown, RegExp]>([
  [{ pods: 9 }, 9, /write quota\.pods: 10 or more/],
  [{ requests: { cpu: '4' } }, '4', /write quota\.requests\.cpu: "5" or more/],
  [{ requests: { memory: '9.5Gi' } }, '9.5Gi', /write quota\.requests\.memory: "10Gi" or more/],
  [{ limits: { memory: '9Gi' } }, '9Gi', /write quota\.limits\.memory: "10Gi" or more/],
])('a quota of %j has no room for the most of the scale', (quota, value, fix) => {
  expect(problems(bounded(quota))).toEqual([
    expect.objectContaining({
      code: 'quota-too-small',
      path: 'shop-apps/shop',
      value,
      fix: expect.stringMatching(fix),
    }),
  ]);
});

test('every workload of the namespace counts, and every container of its Pods', () => {
  const sidecars = [{ name: 'beside', image: RUN.image, requests: { cpu: '100m', memory: '128Mi' } }];
  const made = bounded({ pods: 12, requests: { cpu: '7' } }, { sidecars });
  new StatefulService(made.namespace, 'queue', {
    ...RUN,
    port: 80,
    replicas: 3,
    requests: { cpu: '1', memory: '1Gi' },
  });
  expect(problems(made).map(({ what }) => what)).toEqual([
    expect.stringContaining('take 13 (shop-apps/shop/web 10, shop-apps/shop/queue 3); quota.pods is 12'),
    expect.stringContaining('take 9 (shop-apps/shop/web 6, shop-apps/shop/queue 3); quota.requests.cpu is "7"'),
  ]);
});

test('thousandths of a core add up to whole cores', () => {
  const requests = { cpu: '100m', memory: '1Gi' };
  expect(warnings(bounded({ requests: { cpu: '1' } }, { requests, update: Update.recreate() }))).toEqual([]);
});

test('what an update or a job takes for a time is a warning', () => {
  expect(warnings(bounded({ pods: 13 }))).toEqual([]);
  expect(warnings(bounded({ pods: 12 }))).toEqual([
    expect.stringMatching(/with updates at their most.*take 13 \(shop-apps\/shop\/web 13\); quota\.pods is 12/),
  ]);
  const made = bounded({ pods: 13 });
  new JobWorkload(made.namespace, 'migrate', RUN);
  expect(warnings(made)).toHaveLength(1);
});

test('workloads of other namespaces do not count', () => {
  const { apps } = aWebService({ scale: Scale.fixed(50) });
  new Namespace(apps, 'small', { quota: { pods: 10 } });
  expect(() => synthesized(apps)).not.toThrow();
});
