import { text } from '../cty/value';
import type { Refusal, Rule } from './rule';

const VERSION = /^1\.(\d+)(?:\.(\d+))?/;

/** A cluster goes up one minor at a time, and never down. */
export const clusterVersion: Rule = {
  name: 'cluster-version',
  source:
    'https://registry.terraform.io/providers/aliyun/alicloud/1.289.0/docs/resources/cs_managed_kubernetes#version-1',
  types: ['alicloud_cs_managed_kubernetes', 'alicloud_cs_kubernetes'],
  on: ['update'],
  check({ values, prior }) {
    const [before, after] = [text(prior?.version), text(values.version)];
    const [was, is] = [VERSION.exec(before ?? ''), VERSION.exec(after ?? '')];
    if (!was || !is) {
      return [];
    }
    const minors = Number(is[1]) - Number(was[1]);
    const patches = Number(is[2] ?? was[2] ?? 0) - Number(was[2] ?? 0);
    const refuse = (why: string, fix: string): Refusal[] => [
      { what: `the cluster runs ${before}; ${after} ${why}`, fix, path: ['version'] },
    ];
    if (minors < 0 || (minors === 0 && patches < 0)) {
      return refuse('is older, and ACK takes no version back', `write the version that it runs, "${before}"`);
    }
    return minors > 1
      ? refuse('skips a minor, and ACK goes up one at a time', `apply a version of 1.${Number(was[1]) + 1} first`)
      : [];
  },
};
