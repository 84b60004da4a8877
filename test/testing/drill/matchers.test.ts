import { describeDrill, drillMatchers } from '../../../lib/testing';
import { deployment, drillOfShop, hpa, vswitchIds } from './a-raw-shop';

const sound = drillOfShop();
const small = drillOfShop({ kubernetes_horizontal_pod_autoscaler_v2: { web: hpa('web', 6, 60) } });
const lone = drillOfShop({
  alicloud_nat_gateway: { out: { vswitch_id: vswitchIds('nodes', 'i')[0], availability_mode: 'SingleAZ' } },
});

test('a matcher passes when every scenario of its kind survives', () => {
  expect(drillMatchers.toSurviveLossOfAnyZone(sound).pass).toBe(true);
  expect(drillMatchers.toHaveRoomForItsMost(sound).pass).toBe(true);
  expect(drillMatchers.toSurviveLossOfNodes(sound).pass).toBe(false);
  expect(drillMatchers.toSurviveLossOfZone(lone, 'cn-hangzhou-h').pass).toBe(true);
  expect(drillMatchers.toSurviveLossOfZone(lone, 'cn-hangzhou-i').pass).toBe(false);
});

test('levels narrow it', () => {
  expect(drillMatchers.toHaveRoomForItsMost(small).pass).toBe(false);
  expect(drillMatchers.toHaveRoomForItsMost(small, { levels: ['least'] }).pass).toBe(true);
});

test('its message says what fails in which scenario', () => {
  expect(drillMatchers.toSurviveLossOfAnyZone(lone).message().split('\n')).toEqual([
    'does not survive the loss of any zone',
    '  zone cn-hangzhou-i, least: shop/alicloud_nat_gateway.out: is in cn-hangzhou-i only',
    '  zone cn-hangzhou-i, most: shop/alicloud_nat_gateway.out: is in cn-hangzhou-i only',
    '  zone cn-hangzhou-i, update: shop/alicloud_nat_gateway.out: is in cn-hangzhou-i only',
  ]);
  expect(drillMatchers.toSurviveLossOfAnyZone(sound).message()).toBe('survives the loss of any zone');
});

test('what is not known does not pass, and neither does a program without zones', () => {
  const open = drillOfShop({ kubernetes_deployment_v1: { web: deployment('web', { replicas: '${var.n}' }) } });
  const { pass, message } = drillMatchers.toSurviveLossOfAnyZone(open);
  expect(pass).toBe(false);
  expect(message()).toContain('not known: shop/web: how many Pods it has is not known');
  const empty = { ...sound, outcomes: [] };
  expect(drillMatchers.toSurviveLossOfAnyZone(empty).pass).toBe(false);
  expect(drillMatchers.toSurviveLossOfAnyZone(empty).message()).toContain('knows of no zone');
});

test('as JSON a drill is its data; as text each sentence stands once, with the scenarios it is true of', () => {
  expect(JSON.parse(describeDrill(lone, 'json'))).toEqual(JSON.parse(JSON.stringify(lone)));
  const text = describeDrill(lone);
  expect(text.match(/^shop\/alicloud_nat_gateway\.out: is in cn-hangzhou-i only$/gm)).toHaveLength(1);
  expect(text).toContain('  (zone cn-hangzhou-i)');
  expect(text).toMatch(/^zone cn-hangzhou-i, least +fails +4 +10 +10 +0 +0$/m);
  expect(text).toMatch(/^shop\/alicloud_vswitch\.nodes_h +cn-hangzhou-h +252 +\d+ +0 +\d+ {2}\S.*$/m);
  expect(text).toMatch(/^shop\/web +any zone, least +runs +6 +6 +0 +0 +0 +2$/m);
  expect(describeDrill(sound)).not.toContain('Single points\n-');
});
