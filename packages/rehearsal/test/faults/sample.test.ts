import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { seedOfCommit } from '../../src';
import { kindsFor } from '../../src/faults/kinds';
import type { FaultTarget } from '../../src/faults/reference';
import { choose, nameOf } from '../../src/faults/sample';

const target = (
  stack: string,
  name: string,
  action: FaultTarget['action'],
  provider = 'aliyun/alicloud',
): FaultTarget => ({
  ...{ stack, provider, action },
  address: `alicloud_vpc.${name}`,
  type: 'alicloud_vpc',
});

const TARGETS = ['a', 'b', 'c', 'd', 'e'].flatMap((name) =>
  (['create', 'update', 'delete'] as const).map((action) => target(name < 'd' ? 'cloud' : 'apps', name, action)),
);
const names = (chosen: ReturnType<typeof choose>): string[] => chosen.map(nameOf);

test('all of them: every kind that can happen, at every change', () => {
  expect(choose(TARGETS, {})).toHaveLength(5 * (10 + 9 + 8));
});

test('what happens in a cloud does not happen to a random value, and only Alibaba Cloud throttles', () => {
  expect(kindsFor('create', 'hashicorp/random').map(({ kind }) => kind)).toEqual([
    'provider-died',
    'killed-before',
    'killed',
    'killed-unsaved',
    'interrupted',
  ]);
  expect(kindsFor('create', 'hashicorp/kubernetes').map(({ kind }) => kind)).not.toContain('throttled');
});

test('the same seed chooses the same sample; a sample is part of all, each once, over as many resources as there are', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 200 }), (seed, size) => {
      const chosen = choose(TARGETS, { sample: { size, seed } });
      expect(names(choose(TARGETS, { sample: { size, seed } }))).toEqual(names(chosen));
      expect(chosen).toHaveLength(Math.min(size, 135));
      expect(new Set(names(chosen)).size).toBe(chosen.length);
      expect(new Set(chosen.map((one) => one.target.address)).size).toBe(Math.min(size, 5));
    }),
  );
});

test('another seed chooses another sample, and all seeds together choose everything', () => {
  const union = new Set(
    Array.from({ length: 200 }, (_, at) => names(choose(TARGETS, { sample: { size: 5, seed: `${at}` } }))).flat(),
  );
  expect(union.size).toBe(135);
});

test('a choice by address, stack, action and kind', () => {
  const actions = ['create'] as const;
  expect(names(choose(TARGETS, { only: ['vpc.b', 'apps alicloud_vpc.e'], actions, kinds: ['killed'] }))).toEqual([
    'cloud alicloud_vpc.b create killed',
    'apps alicloud_vpc.e create killed',
  ]);
  expect(() => choose(TARGETS, { kinds: ['flood' as 'killed'] })).toThrow('no fault "flood"; there are refused,');
});

describe('the seed of a commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is its hash, and without a repository the version of the package', () => {
    expect(seedOfCommit(folder)).toMatch(/^\d+\.\d+\.\d+/);
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'pipe' }).toString().trim();
    git('init', '-q');
    git('-c', 'user.name=a', '-c', 'user.email=a@b.invalid', 'commit', '-q', '--allow-empty', '-m', 'first');
    expect(seedOfCommit(folder)).toBe(git('rev-parse', 'HEAD'));
  });
});
