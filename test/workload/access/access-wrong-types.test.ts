import { AckRole } from '../../../lib/cluster/access/ack-role';
import { ClusterAccess } from '../../../lib/cluster/access/cluster-access';
import { InputError } from '../../../lib/core/errors';
import { LogProject } from '../../../lib/logs/log-project';
import { RamRole } from '../../../lib/security/ram-role';
import { Trust } from '../../../lib/security/ram-trust';
import { RamUser } from '../../../lib/security/ram-user';
import { OssBucket } from '../../../lib/storage/oss-bucket';
import { ClusterRole } from '../../../lib/workload/access/cluster-role';
import { May } from '../../../lib/workload/access/duty';
import { Role } from '../../../lib/workload/access/role';
import { ServiceAccount } from '../../../lib/workload/access/service-account';
import { Team } from '../../../lib/workload/access/team';
import { aSituation } from './a-team';

/** What JavaScript lets through where it does not belong. */
const ANYTHING: readonly unknown[] = [
  null,
  0,
  -1,
  true,
  '',
  'x',
  [],
  [null],
  [undefined],
  [0],
  ['x'],
  [{}],
  [[]],
  {},
  { kind: 'rules' },
  { kind: 'rules', rules: [null] },
  { kind: 'rules', rules: [{}] },
  { kind: 'rules', rules: [{ resources: [0], verbs: [null] }] },
  { kind: 'rules', rules: [{ resources: 'pods', verbs: 'get' }] },
  { kind: 'deploy', secrets: 'no' },
  { kind: 'key' },
  { kind: 'key', key: null },
  { kind: 'service' },
  { kind: 'service', service: 5 },
  { kind: 'accounts' },
  { kind: 'accounts', accountIds: [5] },
  { kind: 'service-accounts' },
  { kind: 'service-accounts', provider: {}, accounts: [{}] },
  { kind: 'service-accounts', provider: { issuer: 'x', providerArn: 'y' } },
  { kind: 'developer', namespaces: 'shop' },
  { kind: 'developer', namespaces: [null] },
  { kind: 'custom', name: 5 },
  { kind: 'user' },
  { kind: 'group', name: 5 },
  { uid: 5 },
  { roleName: null },
  { name: {} },
  { bucket: {} },
  [{ prefix: 5, deleteAfterDays: 3 }],
  [{ deleteAfterDays: 'x' }],
  () => 'x',
];

type Situation = ReturnType<typeof aSituation>;
let made = 0;
/** An id that nothing has yet. */
const next = () => `x${made++}`;

type Maker = (props: Record<string, unknown>) => unknown;

const RULES = [{ resources: ['pods'], verbs: ['get'] }];
const CASES: readonly (readonly [string, readonly string[], (made: Situation) => Maker])[] = [
  [
    'Team',
    ['members', 'namespaces', 'may', 'name'],
    ({ apps, shop, ada }) =>
      (props) =>
        new Team(apps, next(), { members: [ada], namespaces: [shop], may: May.view(), ...props }),
  ],
  [
    'Role',
    ['rules', 'name'],
    ({ shop }) =>
      (props) =>
        new Role(shop, next(), { rules: RULES, ...props } as never),
  ],
  [
    'ClusterRole',
    ['rules'],
    ({ apps }) =>
      (props) =>
        new ClusterRole(apps, next(), { rules: RULES, ...props } as never),
  ],
  [
    'ServiceAccount',
    ['name', 'apiToken', 'labels', 'annotations'],
    ({ shop }) =>
      (props) =>
        new ServiceAccount(shop, next(), props),
  ],
  [
    'ServiceAccount.fromAttributes',
    ['name', 'role'],
    ({ shop }) =>
      (props) =>
        ServiceAccount.fromAttributes(shop, next(), { name: 'web', ...props }),
  ],
  [
    'ClusterAccess',
    ['principal', 'grants', 'look'],
    ({ stack, ada }) =>
      (props) =>
        new ClusterAccess(stack, next(), { principal: ada, ...props }),
  ],
  [
    'ClusterAccess.grant',
    ['role', 'cluster'],
    ({ stack, ada, cluster }) =>
      ({ role = AckRole.admin(), cluster: given = cluster }) =>
        new ClusterAccess(stack, next(), { principal: ada }).grant(given as never, role as never),
  ],
  [
    'ClusterAccess.grantEverywhere',
    ['role'],
    ({ stack, ada }) =>
      ({ role }) =>
        new ClusterAccess(stack, next(), { principal: ada }).grantEverywhere(role as never),
  ],
  [
    'Role.grantTo',
    ['who'],
    ({ shop }) =>
      ({ who }) =>
        new Role(shop, next(), { rules: RULES as never }).grantTo(who as never),
  ],
  [
    'RamRole',
    ['trust', 'name', 'description', 'maxSessionHours', 'systemPolicies', 'adopt'],
    ({ stack }) =>
      (props) =>
        new RamRole(stack, next(), { trust: Trust.service('ecs.aliyuncs.com'), ...props }),
  ],
  [
    'RamRole.fromAttributes',
    ['roleName', 'roleId'],
    ({ stack }) =>
      (props) =>
        RamRole.fromAttributes(stack, next(), { roleName: 'a', ...props }),
  ],
  [
    'RamUser',
    ['name', 'displayName', 'comments', 'adopt'],
    ({ stack }) =>
      (props) =>
        new RamUser(stack, next(), props),
  ],
  [
    'OssBucket',
    [
      'name',
      'encryption',
      'versioning',
      'keepOldVersionsDays',
      'redundancy',
      'storageClass',
      'lifecycle',
      'accessLogs',
      'adopt',
    ],
    ({ stack }) =>
      (props) =>
        new OssBucket(stack, next(), props),
  ],
  [
    'OssBucket.grantPut',
    ['grantee'],
    ({ stack }) =>
      ({ grantee }) =>
        OssBucket.fromAttributes(stack, next(), { bucketName: 'abc' }).grantPut(grantee as never),
  ],
  [
    'LogProject.grantWrite',
    ['grantee', 'store'],
    ({ stack }) =>
      ({ grantee = RamRole.fromAttributes(stack, next(), { roleName: 'a' }), store }) =>
        LogProject.fromAttributes(stack, next(), { projectName: 'abc' }).grantWrite(grantee as never, store as never),
  ],
  [
    'OssBucket.grantRead',
    ['prefix'],
    ({ stack }) =>
      (props) =>
        OssBucket.fromAttributes(stack, next(), { bucketName: 'abc' }).grantRead(
          new RamRole(stack, next(), { trust: Trust.service('ecs.aliyuncs.com') }),
          props,
        ),
  ],
];

test.each(CASES)('%s: what JavaScript lets through is taken, or refused with an edit', (_, props, makerOf) => {
  const make = makerOf(aSituation());
  for (const prop of props) {
    for (const value of ANYTHING) {
      try {
        make({ [prop]: value });
      } catch (error) {
        expect([prop, value, (error as Error).name, (error as Error).message]).toEqual([
          prop,
          value,
          InputError.name,
          expect.not.stringContaining('[object'),
        ]);
      }
    }
  }
});
