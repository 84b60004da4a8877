import { Testing, type App } from 'cdktf';
import { WordPressOnEciBurst } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-on-eci-burst';
import type { WordPressOnEciBurstProps } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-props';

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
export const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3';

/** The smallest blog, with what a test changes of it. */
export function aBlog(props: Partial<WordPressOnEciBurstProps> = {}, app: App = Testing.app()): WordPressOnEciBurst {
  return new WordPressOnEciBurst(app, 'blog', { region: 'cn-hangzhou', zones: ZONES, image: IMAGE, ...props });
}

/** A variable in a Pod template. */
interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly value_from?: { readonly secret_key_ref: { readonly name: string } };
}

/** Variables of the first container of a workload's Pods: text, or the Secret that it comes from. */
export function variablesOf(pod: {
  readonly container: readonly { readonly env: readonly Variable[] }[];
}): Record<string, string> {
  const [first] = pod.container;
  return Object.fromEntries(
    first!.env.map(({ name, value, value_from: from }) => [name, value ?? `secret ${from?.secret_key_ref.name}`]),
  );
}
