import fc from 'fast-check';
import { AckRole, permissionRows } from '../../lib/cluster/access/ack-role';
import type { Permission } from '../../lib/core/grantee';
import { MAX_POLICY, policyDocument, policyProblems } from '../../lib/security/ram-policy-document';
import { bucketPermissions, type BucketUse } from '../../lib/storage/oss-permissions';
import { lifecycleProblems, lifecycleRules, type BucketLifecycleRule } from '../../lib/storage/oss-lifecycle';
import { May, roleOfDuty } from '../../lib/workload/access/duty';
import { ruleProblems, type RbacRule } from '../../lib/workload/access/rbac-rule';

const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 4 });
const permission: fc.Arbitrary<Permission> = fc.record({ actions: words, resources: words });

test('a policy allows each permission once, in the order in which it was first asked for', () => {
  fc.assert(
    fc.property(fc.array(permission), (permissions) => {
      const { Statement } = policyDocument([...permissions, ...permissions]);
      const texts = Statement.map((one) => JSON.stringify(one));
      expect(new Set(texts).size).toBe(texts.length);
      expect(policyDocument(permissions).Statement).toEqual(Statement);
    }),
  );
});

test('a policy is refused exactly when RAM has no room for it', () => {
  fc.assert(
    fc.property(fc.array(permission, { maxLength: 200 }), (permissions) => {
      const document = policyDocument(permissions);
      expect(policyProblems(document).length > 0).toBe(JSON.stringify(document).length > MAX_POLICY);
    }),
  );
});

test('no use of a bucket allows a wildcard of actions, or something outside the bucket and its key', () => {
  const uses = fc.constantFrom<BucketUse>('read', 'put', 'read-write');
  const prefixes = fc.option(fc.stringMatching(/^[a-z]{1,8}\/$/), { nil: undefined });
  const keys = fc.option(fc.constant('key-1'), { nil: undefined });
  fc.assert(
    fc.property(uses, prefixes, keys, (use, prefix, key) => {
      for (const { actions, resources } of bucketPermissions(use, 'acme', prefix, key)) {
        expect(actions.join()).not.toContain('*');
        resources.forEach((resource) => expect(resource).toMatch(/^acs:(oss:\*:\*:acme(\/.*)?|kms:\*:\*:key\/key-1)$/));
      }
      const [objects] = bucketPermissions(use, 'acme', prefix, key);
      expect(objects!.resources).toEqual([`acs:oss:*:*:acme/${prefix ?? ''}*`]);
    }),
  );
});

test('a role in namespaces is one permission for each, in the same order whatever the user’s', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
  fc.assert(
    fc.property(names, (namespaces) => {
      const rows = permissionRows('c1', AckRole.developer({ namespaces }));
      expect(rows).toHaveLength(namespaces.length);
      expect(permissionRows('c1', AckRole.developer({ namespaces: [...namespaces].reverse() }))).toEqual(rows);
    }),
  );
});

const age = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined });
const rule: fc.Arbitrary<BucketLifecycleRule> = fc.record({
  prefix: fc.option(fc.stringMatching(/^[ab]{1,2}\/$/), { nil: undefined }),
  infrequentAfterDays: age,
  archiveAfterDays: age,
  deleteAfterDays: age,
});

test('lifecycle rules that are let through never expire the same object twice', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), fc.boolean(), (rules, versioned) => {
      fc.pre(lifecycleProblems(rules).length === 0);
      const expiring = lifecycleRules(rules, versioned ? 90 : undefined).filter(({ expiration }) => expiration);
      for (const one of expiring) {
        const others = expiring.filter((other) => other !== one);
        expect(others.filter(({ prefix }) => prefix!.startsWith(one.prefix!))).toEqual([]);
      }
    }),
  );
});

test('ages of a rule that is let through go up', () => {
  fc.assert(
    fc.property(rule, (one) => {
      fc.pre(lifecycleProblems([one]).length === 0);
      const ages = [one.infrequentAfterDays, one.archiveAfterDays, one.deleteAfterDays].filter(
        (days) => days !== undefined,
      );
      expect([...new Set(ages)].sort((a, b) => a - b)).toEqual(ages);
    }),
  );
});

test('what our own duties allow would be let through if a user wrote it', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (secrets, shell) => {
      const { rules } = roleOfDuty(May.deploy({ secrets, shell })) as { rules: readonly RbacRule[] };
      expect(ruleProblems('rules', rules)).toEqual([]);
    }),
  );
});
