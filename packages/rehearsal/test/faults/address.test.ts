import { withoutAddress } from '../../src/api/fault-address';

const STACKS = [
  {
    resource: {
      alicloud_vswitch: {
        nodes: {
          '//': { metadata: { path: 'shop/network/nodes/Resource', uniqueId: 'x' } },
          vpc_id: '${alicloud_vpc.net.id}',
          cidr_block: '10.0.1.0/24',
          tags: { team: 'a' },
          lifecycle: { x: 1 },
        },
        pods: { vpc_id: '${alicloud_vpc.net.id}', cidr_block: '10.0.2.0/24', tags: { team: 'a' } },
      },
      alicloud_eip_address: { one: { bandwidth: 5 }, two: { bandwidth: '5' }, three: { bandwidth: '${var.b}' } },
    },
  },
];

test('a resource is known by its type and by what its configuration says outright', () => {
  const fault = { address: 'alicloud_vswitch.pods', on: 'create', error: 'no', where: { zone_id: 'h' } } as const;
  expect(withoutAddress(fault, STACKS)).toEqual({
    ...{ type: 'alicloud_vswitch', on: 'create', error: 'no' },
    where: { cidr_block: '10.0.2.0/24', tags: { team: 'a' }, zone_id: 'h' },
  });
});

test('a construct is known by its path', () => {
  expect(withoutAddress({ address: 'shop/network/nodes', on: 'create' }, STACKS)).toEqual({
    ...{ type: 'alicloud_vswitch', on: 'create' },
    where: { cidr_block: '10.0.1.0/24', tags: { team: 'a' } },
  });
});

test('without an address a fault stays as it is', () => {
  expect(withoutAddress({ type: 'alicloud_vpc', on: 'create' }, STACKS)).toEqual({
    type: 'alicloud_vpc',
    on: 'create',
  });
});

test('resources that nobody can tell apart are said, with what to do', () => {
  expect(() => withoutAddress({ address: 'alicloud_eip_address.one', on: 'create' }, STACKS)).toThrow(
    /cannot be told from alicloud_eip_address.two, alicloud_eip_address.three .*\nfix: .* nth/,
  );
});

test('an address that is not there is said, with those that are', () => {
  expect(() => withoutAddress({ address: 'alicloud_vswitch.none', on: 'create' }, STACKS)).toThrow(
    'no resource "alicloud_vswitch.none"; there are alicloud_vswitch.nodes, alicloud_vswitch.pods',
  );
});
