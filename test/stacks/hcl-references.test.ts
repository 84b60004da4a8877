import { unquotedReferences } from '../../lib/stacks/hcl-references';

test('names of resources and attributes stand without quotes where Terraform wants them so', () => {
  const quoted = `
  depends_on = [
    "alicloud_vpc.network_D62CF713",
    "data.alicloud_zones.all-of-them",
  ]
  lifecycle {
    ignore_changes = ["tags", "spec"]
    replace_triggered_by = ["kubernetes_persistent_volume_v1.web_volume-files_853F.id"]
  }`;
  expect(unquotedReferences(quoted)).toBe(quoted.replace(/"/g, ''));
});

test('other texts and lists stay as they are', () => {
  const texts = `
  zone_ids = ["cn-hangzhou-h", "a.b"]
  description = "depends_on = [\\"x.y\\"]"
  lifecycle {
    ignore_changes = ["spec[0].template", "all values"]
  }`;
  expect(unquotedReferences(texts)).toBe(texts);
});
