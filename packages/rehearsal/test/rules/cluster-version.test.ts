import { Cloud } from '../../src/cloud/cloud';
import { takeAlong } from '../../src/cloud/taken-along';
import { clusterVersion } from '../../src/rules/cluster-version';
import { cloudOf } from '../support/cloud';

const upgrade = (from: string | null, to: string | null): readonly string[] =>
  clusterVersion
    .check(
      {
        action: 'update',
        type: 'alicloud_cs_managed_kubernetes',
        prior: { id: 'c1', version: from },
        values: { id: 'c1', version: to },
        config: {},
        cluster: undefined,
      },
      cloudOf(),
    )
    .map(({ fix }) => fix);

test.each([
  ['1.33.3-aliyun.1', '1.33.3-aliyun.1'],
  ['1.33.3-aliyun.1', '1.33.5-aliyun.1'],
  ['1.33.3-aliyun.1', '1.34.1-aliyun.1'],
  [null, '1.34.1-aliyun.1'],
  ['1.33.3-aliyun.1', 'newest'],
])('a cluster goes from %s to %s', (from, to) => expect(upgrade(from, to)).toEqual([]));

test.each([
  ['1.34.1-aliyun.1', '1.33.3-aliyun.1', 'write the version that it runs, "1.34.1-aliyun.1"'],
  ['1.33.5-aliyun.1', '1.33.3-aliyun.1', 'write the version that it runs, "1.33.5-aliyun.1"'],
  ['1.32.1-aliyun.1', '1.34.1-aliyun.1', 'apply a version of 1.33 first'],
])('a cluster does not go from %s to %s', (from, to, fix) => expect(upgrade(from, to)).toEqual([fix]));

describe('a cluster that is deleted', () => {
  /** What is left of what its controllers made, and of what is somebody else's. */
  function left(options: readonly { resource_type: string; delete_mode: string }[]): readonly string[] {
    const cloud = new Cloud();
    const tags = { 'ack.aliyun.com': 'c1' };
    cloud.put('alicloud_slb_load_balancer', 'lb-service', { id: 'lb-service', tags });
    cloud.put('alicloud_alb_load_balancer', 'alb-ingress', { id: 'alb-ingress', tags });
    cloud.put('alicloud_alb_load_balancer', 'alb-other', { id: 'alb-other', tags: { 'ack.aliyun.com': 'c2' } });
    cloud.put('alicloud_alb_load_balancer', 'alb-own', { id: 'alb-own', tags: null });
    takeAlong(cloud, { id: 'c1', delete_options: options });
    return cloud.all('alicloud_slb_load_balancer', 'alicloud_alb_load_balancer').map(({ id }) => id);
  }

  test('leaves the balancers of Ingresses, unless it is told to delete them', () => {
    expect(left([])).toEqual(['alb-ingress', 'alb-other', 'alb-own']);
    expect(left([{ resource_type: 'ALB', delete_mode: 'delete' }])).toEqual(['alb-other', 'alb-own']);
  });

  test('takes the balancers of Services, unless it is told to retain them', () => {
    expect(left([{ resource_type: 'SLB', delete_mode: 'retain' }])).toContain('lb-service');
  });
});
