import { referencesIn } from '../../../lib/core/written/references';

const addresses = (value: unknown) =>
  referencesIn(value).map(({ address, attribute }) => `${address} ${attribute}`.trim());

test('an attribute of a resource or data source is named with what is read of it', () => {
  expect(
    referencesIn({
      vpc_id: '${alicloud_vpc.main.id}',
      rules: [{ cidr: '${data.alicloud_vpcs.all.vpcs[0].cidr_block}' }],
    }),
  ).toEqual([
    { at: 'vpc_id', address: 'alicloud_vpc.main', attribute: 'id' },
    { at: 'rules.0.cidr', address: 'data.alicloud_vpcs.all', attribute: 'vpcs[0].cidr_block' },
  ]);
});

test.each([
  ['the whole of a resource', '${alicloud_vpc.main}', ['alicloud_vpc.main']],
  ['inside of functions', '${join(",", [alicloud_a.x.id, alicloud_b.y.id])}', ['alicloud_a.x id', 'alicloud_b.y id']],
  [
    'a template in a text of an expression',
    '${jsonencode({"a" = "${alicloud_a.x.id}-${alicloud_b.y.id}"})}',
    ['alicloud_a.x id', 'alicloud_b.y id'],
  ],
  ['several in one text', 'x-${alicloud_a.x.id}-${alicloud_b.y.id}', ['alicloud_a.x id', 'alicloud_b.y id']],
  ['an index', '${kubernetes_namespace_v1.n.metadata[0].name}', ['kubernetes_namespace_v1.n metadata[0].name']],
  [
    'a resource whose type has many parts',
    '${alicloud_cs_managed_kubernetes.a-b.id}',
    ['alicloud_cs_managed_kubernetes.a-b id'],
  ],
])('%s is found', (_, text, expected) => {
  expect(addresses(text)).toEqual(expected);
});

test.each([
  ['text that looks like a reference', 'alicloud_vpc.main.id'],
  ['what is text for Terraform', '$${alicloud_vpc.main.id}'],
  ['a quoted text in an expression', '${lookup(var.names, "alicloud_vpc.main.id")}'],
  ['variables and locals', '${var.some_name.value} ${local.some_name}'],
])('%s is no reference', (_, text) => {
  expect(addresses(text)).toEqual([]);
});

test('a data source may be of a type of one word', () => {
  expect(referencesIn({ zone: '${data.external.where.result.zone}' })).toEqual([
    { address: 'data.external.where', attribute: 'result.zone', at: 'zone' },
  ]);
});
