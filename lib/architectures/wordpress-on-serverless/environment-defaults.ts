import { BalancerAddress, type BalancerAddressData } from '../../balancer/balancer-address';
import type { Protection } from '../../core/cloud';
import { withDefaults, type Resolved } from '../../core/defaults';
import type { Requests } from '../../workload/pod/pod-props';
import { Scale, type ScaleData } from '../../workload/scaling/scale';
import { LoadTest, type LoadTestData } from '../wordpress/load-test-data';
import { ROTATION_DEFAULTS, SITE_DEFAULTS, type ResolvedRotation, type ResolvedSite } from '../wordpress/site-defaults';
import type { EnvironmentKind, WordPressEnvironmentData } from './environment';

/** What an environment for visitors has when a prop is left out. */
const PRODUCTION = Object.freeze({
  site: SITE_DEFAULTS,
  scale: Scale.onCpu({ target: 60, min: 2, max: 10 }) as ScaleData,
  requests: Object.freeze({ cpu: '1', memory: '2Gi' }) as Requests,
  workers: 20 as number,
  ports: Object.freeze([80]) as readonly number[],
  address: BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'a public web site' }) as BalancerAddressData,
  loadTest: LoadTest.none() as LoadTestData,
  watched: true as boolean,
  logDays: 180 as number,
});

/** What one to try things has: as little as shows whether they work. */
const TEST: typeof PRODUCTION = Object.freeze({
  ...PRODUCTION,
  site: Object.freeze({ ...SITE_DEFAULTS, searchEngines: false }),
  scale: Scale.fixed(1) as ScaleData,
  requests: Object.freeze({ cpu: '500m', memory: '1Gi' }) as Requests,
  workers: 10 as number,
  address: BalancerAddress.intranet() as BalancerAddressData,
  loadTest: LoadTest.withSiteImage({ users: 200 }) as LoadTestData,
  watched: false as boolean,
  logDays: 30 as number,
});

/** What an environment has when a prop is left out, by its kind. */
export const ENVIRONMENT_DEFAULTS: Readonly<Record<EnvironmentKind, typeof PRODUCTION>> = Object.freeze({
  production: PRODUCTION,
  test: TEST,
});

/** An environment with every default in place. */
export type ResolvedEnvironment = Readonly<
  Omit<Resolved<WordPressEnvironmentData, typeof PRODUCTION>, 'site' | 'rotation' | 'image' | 'address' | 'protection'>
> & {
  /** Its key in `environments`. */
  readonly name: string;
  readonly image: string;
  readonly site: ResolvedSite;
  readonly rotation: ResolvedRotation;
  readonly namespace: string;
  readonly databaseName: string;
  /** As it was written: beside a balancer that is given there must be none. */
  readonly address?: BalancerAddressData;
  readonly protection: Protection;
};

/** An environment with every default of its kind in place. */
export function resolvedEnvironment(
  name: string,
  data: WordPressEnvironmentData,
  { image, protection }: { readonly image: string; readonly protection?: Protection },
): ResolvedEnvironment {
  const defaults = ENVIRONMENT_DEFAULTS[data.kind];
  return {
    ...withDefaults(data, {
      ...defaults,
      image,
      namespace: name,
      databaseName: `wordpress_${name.replace(/-/g, '_')}`,
    }),
    name,
    address: data.address,
    protection: data.protection ?? (data.kind === 'test' ? 'sandbox' : (protection ?? 'production')),
    site: withDefaults(data.site ?? {}, defaults.site),
    rotation: withDefaults(data.rotation ?? {}, ROTATION_DEFAULTS),
  };
}
