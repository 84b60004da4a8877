import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { EXAMPLES } from '../../examples/main';

/** A dedicated cluster has no other resource than the one that the provider has deprecated. */
const UNAVOIDABLE = /^\S+: alicloud_cs_kubernetes\.\S+: Deprecated resource/;

test.each(Object.keys(EXAMPLES))(
  'Terraform accepts, applies, plans again without a change, and destroys the example %s',
  async (name) => {
    const app = Testing.app();
    EXAMPLES[name]!(app);
    const rehearsal = await rehearse(app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(new Set(rehearsal.steps.map(({ step }) => step))).toEqual(
      new Set(['init', 'validate', 'plan', 'apply', 'plan again', 'change', 'refresh', 'unprotect', 'destroy']),
    );
    // A warning of Terraform's on every plan is one that nobody reads.
    expect(warningsOf(rehearsal).filter((warning) => !UNAVOIDABLE.test(warning))).toEqual([]);
  },
  120_000,
);
