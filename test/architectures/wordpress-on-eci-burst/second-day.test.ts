import type { App } from 'cdktf';
import type { WordPressOnEciBurstProps } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-props';
import { RedisInstance } from '../../../lib/database/redis-instance';
import { daysAfter, type Deeds } from '../../judge/second-day';
import { aBlog, ZONES } from './a-blog';

const blog =
  (props: Partial<WordPressOnEciBurstProps>) =>
  (app: App): void => {
    aBlog({ redis: (cloud, network) => new RedisInstance(cloud, 'redis', { network }), ...props }, app);
  };

/** What Terraform makes of passwords that change without anybody being locked out. */
const ACCOUNTS = ['alicloud_db_account_privilege', 'alicloud_kvstore_account', 'alicloud_rds_account'];

/** One blog, day after day: each program changes what the one before it left. */
let during: Deeds, after: Deeds, image: Deeds, larger: Deeds;
beforeAll(async () => {
  const rotation = { database: '2', redis: '2' };
  const newImage = { rotation, image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.9.0' };
  const scale = { onNodes: 40, max: 300 };
  [during, after, image, larger] = (await daysAfter(
    blog({}),
    blog({ rotation: { ...rotation, before: { database: '1', redis: '1' } } }),
    blog({ rotation }),
    blog(newImage),
    blog({ ...newImage, scale, workers: 10, zones: [...ZONES, 'cn-hangzhou-g'] }),
  )) as [Deeds, Deeds, Deeds, Deeds];
}, 600_000);

test('passwords of the database and of Redis rotate, and no Pod is locked out: new accounts, then Pods, then none of the old', () => {
  expect(during.created).toEqual([...ACCOUNTS, 'random_password']);
  expect(during.deleted).toEqual([]);
  expect(during.updated).toEqual(['kubernetes_deployment_v1', 'kubernetes_secret_v1']);
  expect(after).toEqual({ created: [], updated: [], deleted: [...ACCOUNTS, 'random_password'] });
});

test('a new image runs the installation again and updates the Pods, and nothing else', () => {
  expect(image).toEqual({
    created: ['kubernetes_job_v1'],
    updated: ['kubernetes_cron_job_v1', 'kubernetes_deployment_v1'],
    deleted: ['kubernetes_job_v1'],
  });
});

test('more Pods, and a zone that sorts before the others, replace nothing', () => {
  expect(larger.deleted).toEqual([]);
  expect(larger.created).toEqual(['alicloud_nas_access_rule', 'alicloud_snat_entry', 'alicloud_vswitch']);
  expect(larger.updated).toEqual(
    expect.arrayContaining(['helm_release', 'kubernetes_horizontal_pod_autoscaler_v2', 'kubernetes_resource_quota_v1']),
  );
});
