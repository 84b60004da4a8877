import { changeEach, changeOne, typesOf } from '../../src/faults/little-changes';

const typeOf = typesOf(['aliyun/alicloud', 'hashicorp/kubernetes', 'hashicorp/helm', 'hashicorp/random'], []);
const changed = (type: string, resource: Record<string, unknown>) => {
  const copy = structuredClone(resource);
  return changeOne(type, copy, typeOf(type)!) ? copy : undefined;
};

test('a resource that may have tags gets one, whether it has some or none', () => {
  expect(changed('alicloud_vpc', { cidr_block: '10.0.0.0/8' })).toEqual({
    cidr_block: '10.0.0.0/8',
    tags: { 'rehearsal-change': 'yes' },
  });
  expect(changed('alicloud_vpc', { tags: { team: 'shop' } })!.tags).toEqual({
    team: 'shop',
    'rehearsal-change': 'yes',
  });
});

test('tags that only Terraform knows are left alone, and a description is changed instead', () => {
  const { tags, description } = changed('alicloud_vpc', { tags: '${var.tags}', description: 'the shop’s' })!;
  expect([tags, description]).toEqual(['${var.tags}', 'rehearsal-change the shop’s']);
});

test('what has no tags has another description, or another number within its range', () => {
  expect(changed('alicloud_security_group_rule', { description: '22 from the office' })!.description).toBe(
    'rehearsal-change 22 from the office',
  );
  expect(changed('helm_release', { name: 'web' })!.description).toBe('rehearsal-change');
});

test('objects of a cluster get a label, and what writes into one gets another field of it', () => {
  expect(changed('kubernetes_service_v1', { metadata: { name: 'web' } })).toEqual({
    metadata: { name: 'web', labels: { 'rehearsal-change': 'yes' } },
  });
  expect(changed('kubernetes_config_map_v1_data', { metadata: { name: 'x' }, data: { a: '1' } })).toEqual({
    metadata: { name: 'x' },
    data: { a: '1', 'rehearsal-change': 'yes' },
  });
});

test('what would be replaced by any change is not changed', () => {
  expect(changed('alicloud_snat_entry', { snat_table_id: 'stb-1' })).toBeUndefined();
  expect(changed('random_id', { byte_length: 4 })).toBeUndefined();
});

test('all of a stack is changed but what is named', () => {
  const json = { resource: { alicloud_vpc: { a: {}, b: {} }, alicloud_eip_association: { c: {} } } };
  expect(changeEach(structuredClone(json), typeOf)).toEqual(['alicloud_vpc.a', 'alicloud_vpc.b']);
  expect(changeEach(json, typeOf, new Set(['alicloud_vpc.a']))).toEqual(['alicloud_vpc.b']);
  expect(json.resource.alicloud_vpc.a).toEqual({});
});
