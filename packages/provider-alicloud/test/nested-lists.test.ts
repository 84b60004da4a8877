import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { TerraformOutput, TerraformStack, Testing } from 'cdktf';
import { EventBridgeEventSourceV2 } from '@cdktf/provider-alicloud/lib/event-bridge-event-source-v2';
import { MessageServiceEventRule } from '@cdktf/provider-alicloud/lib/message-service-event-rule';
import { packageDir } from './support/schema';

const matchRules = [[{ matchState: 'true', prefix: 'logs/' }, { name: 'a.txt' }], [{ suffix: '.gz' }]];

/* Terraform wants each member of an object: "attributes "name" and "suffix" are required". */
const IN_JSON = [
  [
    { match_state: 'true', name: null, prefix: 'logs/', suffix: null },
    { match_state: null, name: 'a.txt', prefix: null, suffix: null },
  ],
  [{ match_state: null, name: null, prefix: null, suffix: '.gz' }],
];

const IN_HCL = `match_rules = [
[
{
match_state = "true"
name = "\${null}"
prefix = "logs/"
suffix = "\${null}"
},
{
match_state = "\${null}"
name = "a.txt"
prefix = "\${null}"
suffix = "\${null}"
},
],
[
{
match_state = "\${null}"
name = "\${null}"
prefix = "\${null}"
suffix = ".gz"
},
],
]`;

function newStack(): TerraformStack {
  return new TerraformStack(Testing.app(), 'stack');
}

function eventRule(stack: TerraformStack): MessageServiceEventRule {
  return new MessageServiceEventRule(stack, 'rule', { ruleName: 'uploads', eventTypes: ['ObjectCreated'], matchRules });
}

function eventSource(stack: TerraformStack): EventBridgeEventSourceV2 {
  return new EventBridgeEventSourceV2(stack, 'source', {
    eventBusName: 'bus',
    eventSourceName: 'uploads',
    sourceOssEventParameters: { eventTypes: ['ObjectCreated'], matchRules },
  });
}

test('message_service_event_rule writes its match rules in JSON', () => {
  const stack = newStack();
  eventRule(stack);

  expect(JSON.parse(Testing.synth(stack)).resource.alicloud_message_service_event_rule.rule).toEqual({
    event_types: ['ObjectCreated'],
    match_rules: IN_JSON,
    rule_name: 'uploads',
  });
});

test('event_bridge_event_source_v2 writes its match rules in JSON', () => {
  const stack = newStack();
  eventSource(stack);

  expect(JSON.parse(Testing.synth(stack)).resource.alicloud_event_bridge_event_source_v2.source).toEqual({
    event_bus_name: 'bus',
    event_source_name: 'uploads',
    source_oss_event_parameters: { event_types: ['ObjectCreated'], match_rules: IN_JSON },
  });
});

test('both write an argument, not blocks, in HCL', () => {
  const stack = newStack();
  eventRule(stack);
  eventSource(stack);

  const hcl = Testing.synthHcl(stack);

  expect(hcl.split(IN_HCL)).toHaveLength(3);
  expect(hcl).not.toMatch(/match_rules \{/);
});

test('the setters take the same value, a reference, and nothing', () => {
  const stack = newStack();
  const rule = eventRule(stack);
  const source = eventSource(stack);
  rule.putMatchRules([[{ name: 'b.txt' }]]);
  source.sourceOssEventParameters.putMatchRules(rule.matchRules);

  const { resource } = JSON.parse(Testing.synth(stack));

  expect(rule.matchRulesInput).toEqual([[{ name: 'b.txt' }]]);
  expect(resource.alicloud_message_service_event_rule.rule.match_rules).toEqual([
    [{ match_state: null, name: 'b.txt', prefix: null, suffix: null }],
  ]);
  expect(resource.alicloud_event_bridge_event_source_v2.source.source_oss_event_parameters.match_rules).toBe(
    '${alicloud_message_service_event_rule.rule.match_rules}',
  );

  rule.resetMatchRules();
  expect(JSON.parse(Testing.synth(stack)).resource.alicloud_message_service_event_rule.rule).not.toHaveProperty(
    'match_rules',
  );
});

test('a getter reads one member of one object', () => {
  const stack = newStack();
  new TerraformOutput(stack, 'flat', { value: eventRule(stack).matchRules.get(1).get(0).suffix });
  new TerraformOutput(stack, 'nested', {
    value: eventSource(stack).sourceOssEventParameters.matchRules.get(0).get(1).name,
  });

  expect(JSON.parse(Testing.synth(stack)).output).toEqual({
    flat: { value: '${alicloud_message_service_event_rule.rule.match_rules[1][0].suffix}' },
    nested: {
      value: '${alicloud_event_bridge_event_source_v2.source.source_oss_event_parameters[0].match_rules[0][1].name}',
    },
  });
});

describe('the patch itself', () => {
  function evaluate(expression: string): unknown {
    const file = path.join(packageDir, 'scripts/nested-lists.mjs');
    const program = `
      import { mendNestedLists, nestedObjectLists } from ${JSON.stringify(`file://${file}`)};
      const attempt = () => { try { return ${expression}; } catch (error) { return error.message; } };
      console.log(JSON.stringify(attempt()));`;
    return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
  }

  function block(type: unknown, use: string): string {
    return JSON.stringify({ attributes: { rules: { type, [use]: true } } });
  }

  const listOfLists = ['list', ['list', ['object', { name: 'string' }]]];

  test('finds what can be written, in nested blocks too', () => {
    const nested = `{ block_types: { outer: { block: ${block(listOfLists, 'optional')} } } }`;

    expect(evaluate(`nestedObjectLists(${nested})`)).toEqual([{ path: ['outer'], name: 'rules', members: ['name'] }]);
    expect(evaluate(`nestedObjectLists(${block(listOfLists, 'computed')})`)).toEqual([]);
    expect(evaluate(`nestedObjectLists(${block(['list', ['list', 'string']], 'optional')})`)).toEqual([]);
  });

  test('refuses a nested collection that it does not know', () => {
    expect(evaluate(`nestedObjectLists(${block(['set', ['list', ['object', { name: 'string' }]]], 'required')})`)).toBe(
      'rules has the type ["set",["list",["object",{"name":"string"}]]], which nested-lists.mjs cannot mend yet',
    );
  });

  test('refuses generated code that it does not recognise', () => {
    expect(
      evaluate(`mendNestedLists('export class Rule {}', 'Rule', [{ path: [], name: 'rules', members: ['name'] }])`),
    ).toBe('Rule: rules: expected "RuleRulesList[] | cdktf.IResolvable" 2 times in the generated source, found 0');
  });
});
