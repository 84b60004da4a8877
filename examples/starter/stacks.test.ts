import { billOf, hclOf, resourceOf, stacksOf } from 'alicloud-constructs/testing';
import { Testing } from 'cdktf';
import { build } from './stacks';

const stack = () => {
  const app = Testing.app();
  build(app);
  return stacksOf(app)[0]!;
};

test('the API server has no public address', () => {
  expect(resourceOf(stack(), 'alicloud_cs_managed_kubernetes').attributes.slb_internet_enabled).toBe(false);
});

test('one node pool, one way out', () => {
  expect(billOf(stack())).toEqual(
    expect.arrayContaining(['alicloud_cs_kubernetes_node_pool x1', 'alicloud_nat_gateway x1']),
  );
});

test('the Terraform that was approved', async () => {
  expect(await hclOf(stack())).toMatchSnapshot();
});
