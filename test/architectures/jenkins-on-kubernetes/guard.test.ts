import { Testing } from 'cdktf';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import type { JenkinsOnKubernetesProps } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-props';
import { diffOf, type Diff } from '../../../lib/testing';
import { aJenkins, MIRROR, SHOP, ZONES } from './a-jenkins';

/** What becomes of a Jenkins with other props. */
function after(props: Partial<JenkinsOnKubernetesProps>): Diff {
  const [old, now] = [Testing.app(), Testing.app()];
  aJenkins({}, old);
  aJenkins(props, now);
  return diffOf(old, now);
}

const CART = { ...SHOP, name: 'cart', git: { url: 'https://code.example.com/acme/cart.git' } };
const of = ({ changes }: Diff, action: string): readonly string[] =>
  changes.filter((one) => one.action === action).map(({ type }) => type);

test.each<[string, Partial<JenkinsOnKubernetesProps>]>([
  ['a newer Jenkins', { image: `${MIRROR}/jenkins:2.576.1` }],
  ['another application', { applications: [SHOP, CART] }],
  ['a further zone', { zones: [...ZONES, 'cn-hangzhou-g'] }],
  ['more agents, and larger ones', { agents: { cap: 100, sizes: { build: { vcpu: 16, memoryGib: 32 } } } }],
  ['spot', { agents: { place: AgentPlace.eci({ spot: true }) } }],
  ['a larger controller', { controller: { requests: { cpu: '4', memory: '8Gi' } } }],
  ['another language', { locale: 'zh_CN' }],
  ['no more backups', { backup: 'none' }],
  ['an approval that waits shorter', { approvalHours: 1 }],
])('%s replaces nothing that holds data, and loses nothing', (_title, props) => {
  const diff = after(props);
  expect(diff.changes.length).toBeGreaterThan(0);
  expect(diff.lost.map(({ type }) => type).filter((type) => type !== 'alicloud_hbr_vault')).toEqual([]);
  const kept = ['alicloud_nas_file_system', 'alicloud_cs_managed_kubernetes', 'alicloud_cr_ee_repo', 'alicloud_vpc'];
  expect([...of(diff, 'replace'), ...of(diff, 'destroy')].filter((type) => kept.includes(type))).toEqual([]);
});

test('a password and a token that are drawn again replace themselves and nothing else', () => {
  const diff = after({ rotation: { administrator: '2', release: '2' } });
  expect([...of(diff, 'replace')].sort()).toEqual(['kubernetes_secret_v1', 'random_password']);
  expect(of(diff, 'destroy')).toEqual([]);
});

test('an application that goes takes its images with it, and the guard says so', () => {
  const diff = after({ applications: [] });
  expect(of(diff, 'destroy')).toContain('alicloud_cr_ee_repo');
  expect(diff.lost.map(({ type }) => type)).toContain('alicloud_cr_ee_repo');
});

test('another namespace is another Jenkins, and the guard names what the old one loses', () => {
  const diff = after({ namespace: 'builds' });
  expect(of(diff, 'replace')).toEqual(expect.arrayContaining(['kubernetes_namespace_v1', 'kubernetes_deployment_v1']));
  expect(diff.lost.length).toBeGreaterThan(0);
  expect(of(diff, 'replace')).not.toContain('alicloud_nas_file_system');
});
