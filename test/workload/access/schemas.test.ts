import { KmsKey } from '../../../lib/security/kms-key';
import { OssBucket } from '../../../lib/storage/oss-bucket';
import { BucketEncryption } from '../../../lib/storage/oss-encryption';
import { kubernetesObjectsOf } from '../../../lib/testing';
import { ClusterRole } from '../../../lib/workload/access/cluster-role';
import { May } from '../../../lib/workload/access/duty';
import { Role } from '../../../lib/workload/access/role';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Subject } from '../../../lib/workload/access/subject';
import { Team } from '../../../lib/workload/access/team';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { aSituation } from './a-team';

test('accounts, roles and bindings are what the schemas of Kubernetes say', () => {
  const { stack, apps, shop, blog, ada } = aSituation();
  const account = new ServiceAccount(shop, 'uploader', { labels: { tier: 'web' } });
  const encryption = BucketEncryption.withKey(new KmsKey(stack, 'key'));
  new OssBucket(stack, 'files', { encryption }).grantPut(account);
  new Team(apps, 'payments', { members: [ada, account], namespaces: [shop, blog], may: May.deploy({ shell: true }) });
  new Team(apps, 'auditors', { members: [Subject.group('auditors')], namespaces: 'all', may: May.view() });
  new Role(shop, 'observer', { rules: [{ resources: ['secrets'], verbs: ['get'], names: ['tls'] }] }).grantTo(account);
  new ClusterRole(apps, 'nodes', { rules: [{ resources: ['nodes'], verbs: ['list'] }] })
    .grantTo(account)
    .grantIn(blog, ada);
  const objects = kubernetesObjectsOf(apps);
  expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
  expect(new Set(objects.map(({ kind }) => kind))).toEqual(
    new Set([
      'ClusterRole',
      'ClusterRoleBinding',
      'LimitRange',
      'Namespace',
      'NetworkPolicy',
      'Role',
      'RoleBinding',
      'ServiceAccount',
    ]),
  );
});
