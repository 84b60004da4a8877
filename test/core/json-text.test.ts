import { TerraformOutput, TerraformVariable, Testing } from 'cdktf';
import { jsonText } from '../../lib/core/json-text';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { hclOf, synthesized } from '../../lib/testing';

/** The text as Terraform is given it, in both forms. */
async function given(data: (later: TerraformVariable) => unknown) {
  const stack = new CloudStack(Testing.app(), 'shop', { region: 'cn-hangzhou' });
  const later = new TerraformVariable(stack, 'later', {});
  new TerraformOutput(stack, 'text', { value: jsonText(JSON.stringify(data(later))) });
  const { value } = synthesized(stack).output!.text as { value: string };
  return { value, hcl: await hclOf(stack) };
}

test('what is known is written as it is', async () => {
  const { value } = await given(() => ({ b: 1, a: 'x"y' }));
  expect(value).toBe('{"b":1,"a":"x\\"y"}');
});

test('what comes later is encoded by Terraform, as text, number and list', async () => {
  const { value, hcl } = await given((later) => ({
    text: `x-${later.stringValue}`,
    number: later.numberValue,
    list: later.listValue,
    one: [later.numberValue, true],
  }));
  const encoded =
    '${jsonencode({"text" = "x-${var.later}", "number" = var.later, "list" = var.later, "one" = [var.later, true]})}';
  expect(value).toBe(encoded);
  expect(hcl.replaceAll('{ "', '{"').replaceAll(' })', '})')).toContain(encoded);
});

test('quotes and line ends beside what comes later do not end the text', async () => {
  const { value } = await given((later) => ({ a: '"b"\n\\', c: `"${later.stringValue}"` }));
  expect(value).toBe('${jsonencode({"a" = "\\"b\\"\\n\\\\", "c" = join("", ["\\"", var.later, "\\""])})}');
});

test('what looks like a template of Terraform’s stays text, in both forms', async () => {
  const { value, hcl } = await given(() => ({ rule: '${1}:9100 %{if}' }));
  expect(value).toBe('${jsonencode({"rule" = "$${1}:9100 %%{if}"})}');
  expect(hcl).toContain('jsonencode({ "rule" = "$${1}:9100 %%{if}" })');
});
