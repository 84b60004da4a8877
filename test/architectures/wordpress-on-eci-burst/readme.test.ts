import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Testing } from 'cdktf';
import { build } from '../../../examples/wordpress-on-eci-burst';
import { planCidrs } from '../../../lib/network/cidr-plan';
import { nodesFor } from '../../../lib/architectures/wordpress-on-eci-burst/capacity';
import { rolesNeeded } from '../../../lib/core/roles';
import { billOf, stacksOf } from '../../../lib/testing';
import { fencesOf, ROOT } from '../../docs/fences';
import { ZONES } from './a-blog';

const FOLDER = 'lib/architectures/wordpress-on-eci-burst';
const app = Testing.app();
build(app);
const [cloud, apps] = stacksOf(app);
const entries = (code: string): string[] =>
  code
    .split(/\n|\s{2,}/)
    .filter(Boolean)
    .sort();

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const document = join(ROOT, FOLDER, name);
  const fences = fencesOf(document);
  const texts = fences.filter(({ language }) => language === 'text').map(({ code }) => entries(code));

  test('lists the resources of both stacks, and the roles that the account needs', () => {
    expect(texts).toEqual([billOf(cloud!), billOf(apps!), rolesNeeded(app).map((role) => role.name)]);
  });

  test('begins with the example, in at most fifteen lines', () => {
    const program = fences.find(({ language }) => language === 'ts')!.code;
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
    const essence = /new WordPressOnEciBurst\([\s\S]*?\}\);/;
    const example = readFileSync(join(ROOT, 'examples/wordpress-on-eci-burst.ts'), 'utf8');
    const flat = (text: string) => text.match(essence)![0].replace(/\s+/g, ' ');
    expect(flat(program)).toBe(flat(example));
  });

  test('points to documents that are there', () => {
    const links = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThanOrEqual(3);
    expect(links.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
  });

  test('counts the nodes as the plan does', () => {
    const { pool, node } = nodesFor({ zones: ZONES, requests: { cpu: '500m', memory: '1Gi' }, onNodes: 22, max: 100 });
    expect(readFileSync(document, 'utf8')).toMatch(new RegExp(`${pool.size} (nodes of|个) ${node.vcpu} vCPU`));
  });
});

test('the picture shows the network and the nodes of the example', () => {
  const picture = readFileSync(join(ROOT, FOLDER, 'picture.svg'), 'utf8');
  expect(picture).toContain(`VPC ${planCidrs({ zones: ZONES }).vpc}`);
  const { pool, node } = nodesFor({ zones: ZONES, requests: { cpu: '500m', memory: '1Gi' }, onNodes: 22, max: 100 });
  expect(picture).toContain(`${pool.size} nodes of ${node.vcpu} vCPU`);
  ZONES.forEach((zone) => expect(picture).toContain(zone));
});
