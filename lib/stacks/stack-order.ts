import type { TerraformStack } from 'cdktf';

/**
 * Has the stacks before a stack written by their names into the manifest, which is where the framework's command looks for
 * the order. The framework writes paths, and its command looks for names: for stacks that are not in the App itself it would
 * find none of them, and refuse or forget the order.
 */
export function orderByName(stack: TerraformStack): void {
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize: (session) => {
      const dependencies = stack.dependencies.map(({ node }) => node.id);
      Object.assign(session.manifest.forStack(stack), { dependencies });
      synthesizer.synthesize(session);
    },
  };
}
