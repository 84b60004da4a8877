import { Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import { joined, literal, literals } from '../../lib/core/literal';
import { resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { aCloud } from '../support/cloud';
import { aWorkplace } from '../workload/a-workplace';

test.each([
  ['${HOME}', '$${HOME}'],
  ['$${HOME}', '$$${HOME}'],
  ['%{if}', '%%{if}'],
  ['$(HOME) $HOME 5%', '$(HOME) $HOME 5%'],
  ['${TfToken[TOKEN.7]}', '${TfToken[TOKEN.7]}'],
])('the text %s is written %s', (text, written) => {
  expect(literal(text)).toBe(written);
});

test('texts anywhere in data are written so; everything else stays', () => {
  const list = ['${TfToken[TOKEN.7]}', 1, true, null, undefined];
  expect(literals({ a: ['${A}'], b: { c: '%{d}' }, list })).toEqual({ a: ['$${A}'], b: { c: '%%{d}' }, list });
});

test('text around what only Terraform knows is one expression, quotes and line breaks in it too', () => {
  const stack = aCloud();
  const known = new TerraformVariable(stack, 'known', {}).value as string;
  new TerraformOutput(stack, 'made', { value: Fn.upper(joined(`a "q" \\ \n${known}\${X}${known}`)) });
  const { made } = synthesized(stack).output!;
  expect(made!.value).toBe(String.raw`${'${'}upper(join("", ["a \"q\" \\ \n", var.known, "$${'${'}X}", var.known]))}`);
});

test('commands, variables and files of a workload are text, and not references of Terraform’s', () => {
  const { apps } = aWorkplace();
  new WebService(new Namespace(apps, 'shop'), 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/web:1.0.0',
    port: 80,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(2),
    command: ['sh', '-c', 'exec web ${FLAGS}'],
    env: { FORMAT: '%{a}', HOME_OF: '${HOME}' },
    files: { '/etc/web.conf': 'root ${root}' },
  });
  const [container] = resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.spec.container;
  expect(container.command[2]).toBe('exec web $${FLAGS}');
  expect(container.env.map(({ value }: { value: string }) => value)).toEqual(['%%{a}', '$${HOME}']);
  const [files] = resourcesOf(apps, 'kubernetes_config_map_v1');
  expect(Object.values(files!.attributes.data)).toEqual(['root $${root}']);
});
