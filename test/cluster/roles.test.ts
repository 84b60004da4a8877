import { ClusterLogs } from '../../lib/cluster/cluster-logs';
import { Encryption } from '../../lib/cluster/encryption';
import { rolesNeeded } from '../../lib/core/roles';
import { aCluster, aPool } from './a-cluster';
import { FLANNEL } from './an-existing-network';

const ALWAYS = [
  'AliyunCSDefaultRole',
  'AliyunCSManagedArmsRole',
  'AliyunCSManagedCmsRole',
  'AliyunCSManagedCsiPluginRole',
  'AliyunCSManagedCsiProvisionerRole',
  'AliyunCSManagedCsiRole',
  'AliyunCSManagedKubernetesRole',
  'AliyunCSManagedLogRole',
];
const names = (made: { stack: Parameters<typeof rolesNeeded>[0] }) => rolesNeeded(made.stack).map(({ name }) => name);

test('every managed cluster needs the roles of the control plane, of volumes, metrics and logs', () => {
  const made = aCluster({ around: { podNetwork: FLANNEL }, logs: ClusterLogs.off() });
  expect(names(made)).toEqual(ALWAYS);
});

test.each([
  ['Terway', aCluster({ logs: ClusterLogs.off() }), ['AliyunCSManagedNetworkRole']],
  ['the audit log', aCluster({ around: { podNetwork: FLANNEL } }), ['AliyunCSKubernetesAuditRole']],
  [
    'encryption',
    aCluster({ around: { podNetwork: FLANNEL }, logs: ClusterLogs.off(), encryption: Encryption.withKey('key-1') }),
    ['AliyunCSManagedSecurityRole'],
  ],
  [
    'a node pool',
    aPool({ size: 3 }, { around: { podNetwork: FLANNEL }, logs: ClusterLogs.off() }),
    ['AliyunCSManagedNlcRole', 'AliyunOOSLifecycleHook4CSRole'],
  ],
  [
    'a node pool with limits',
    aPool({}, { around: { podNetwork: FLANNEL }, logs: ClusterLogs.off() }),
    ['AliyunCSManagedNlcRole', 'AliyunOOSLifecycleHook4CSRole', 'AliyunCSManagedAutoScalerRole'],
  ],
])('%s needs a role more', (_, made, more) => {
  expect(names(made)).toEqual([...ALWAYS, ...more].sort());
});

test('every role says what does not work without it', () => {
  for (const { why } of rolesNeeded(aPool().stack)) {
    expect(why).toMatch(/^[A-Za-z].{10,}/);
  }
});
