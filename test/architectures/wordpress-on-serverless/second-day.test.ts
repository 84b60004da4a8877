import type { App } from 'cdktf';
import {
  WordPressEnvironment,
  type WordPressEnvironmentProps,
} from '../../../lib/architectures/wordpress-on-serverless/environment';
import { Scale } from '../../../lib/workload/scaling/scale';
import { daysAfter, type Deeds } from '../../judge/second-day';
import { twoSites } from './two-sites';

const sites =
  (
    test: WordPressEnvironmentProps,
    more: Readonly<Record<string, ReturnType<typeof WordPressEnvironment.test>>> = {},
  ) =>
  (app: App): void => {
    const { production, test: aTest } = WordPressEnvironment;
    twoSites({ environments: { test: aTest(test), production: production(), ...more } }, app);
  };

/** One program, day after day: each changes what the one before it left; that every second plan is empty is judged with it. */
let image: Deeds, larger: Deeds, during: Deeds, after: Deeds, another: Deeds, without: Deeds;
beforeAll(async () => {
  const next = { image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.9.0' };
  const more = { ...next, scale: Scale.fixed(3), requests: { cpu: '1', memory: '2Gi' } };
  const rotated = { ...more, rotation: { database: '2' } };
  [image, larger, during, after, another, without] = (await daysAfter(
    sites({}),
    sites(next),
    sites(more),
    sites({ ...more, rotation: { database: '2', before: { database: '1' } } }),
    sites(rotated),
    sites(rotated, { staging: WordPressEnvironment.test() }),
    sites(rotated),
  )) as [Deeds, Deeds, Deeds, Deeds, Deeds, Deeds];
}, 600_000);

test('a new image runs the installation of its environment again and updates its Pods, and nothing else', () => {
  expect(image).toEqual({
    created: ['kubernetes_job_v1'],
    updated: ['kubernetes_cron_job_v1', 'kubernetes_deployment_v1'],
    deleted: ['kubernetes_job_v1'],
  });
});

test('more and larger Pods replace nothing', () => {
  expect(larger.created).toEqual(['kubernetes_pod_disruption_budget_v1']);
  expect(larger.deleted).toEqual([]);
  expect(larger.updated).toEqual(['kubernetes_deployment_v1', 'kubernetes_resource_quota_v1']);
});

test('passwords of the database rotate, and no Pod is locked out: new accounts, then Pods, then none of the old', () => {
  const accounts = ['alicloud_db_account_privilege', 'alicloud_rds_account', 'random_password'];
  expect(during.created).toEqual(accounts);
  expect(during.deleted).toEqual([]);
  expect(during.updated).toEqual(['kubernetes_deployment_v1', 'kubernetes_secret_v1']);
  expect(after).toEqual({ created: [], updated: [], deleted: accounts });
});

test('another environment comes, and goes, without a change of the others', () => {
  expect(another.created).toEqual(expect.arrayContaining(['alicloud_db_database', 'kubernetes_namespace_v1']));
  expect([another.updated, another.deleted]).toEqual([[], []]);
  expect([without.created, without.updated]).toEqual([[], []]);
  expect(without.deleted).toEqual(another.created);
});
