import ts from 'typescript';
import * as library from '../../../lib/index';
import { readme } from '../readme';
import { byName, podsOf } from './a-release';
import { aRoute } from './a-route';

const text = readme('workload/releases');

test('the program of the README makes what the README says that it makes', () => {
  const [, program] = /^```ts\n([\s\S]*?)^```/m.exec(text)!;
  const { outputText } = ts.transpileModule(program!, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const { apps, web, front } = aRoute('alb');
  new Function('require', 'exports', 'web', 'front', outputText)(() => library, {}, web, front);
  expect(podsOf(apps)).toEqual({ web: 10, 'web-next': 2 });
  expect(Object.keys(byName(apps, 'service_v1'))).toContain('web-next');
  expect(Object.keys(byName(apps, 'pod_disruption_budget_v1'))).toContain('web-next');
  // Three of them beside the service's own: the program asks for no cookie.
  expect(Object.keys(byName(apps, 'ingress_v1'))).toHaveLength(4);
});

test('the README names what there is', () => {
  const named = [...text.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name!);
  expect(named).toEqual(['Release', 'CanaryHeader', 'TrafficMirror', 'MirrorTarget', 'batchNumbers']);
  expect(named.filter((name) => !(name in library))).toEqual([]);
  for (const factory of ['Release', 'CanaryHeader', 'MirrorTarget'] as const) {
    Object.keys(library[factory]).forEach((way) => expect(text).toContain(`\`${way}\``));
  }
});
