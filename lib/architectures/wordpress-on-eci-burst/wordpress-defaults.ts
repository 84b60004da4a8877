import type { Resolved } from '../../core/defaults';
import type { Requests } from '../../workload/pod/pod-props';
import { LoadTest, type LoadTestData } from './load-test-data';
import type { WordPressOnEciBurstProps, WordPressRotation, WordPressScale, WordPressSite } from './wordpress-props';

/** The site when a part of it is left out. */
export const SITE_DEFAULTS = Object.freeze({
  title: 'WordPress' as string,
  locale: 'en_US' as string,
  administrator: Object.freeze({ user: 'owner', email: 'owner@example.com' }) as { user: string; email: string },
  searchEngines: true as boolean,
  uploadMib: 64 as number,
});

/** The numbers of Pods when they are left out. */
export const SCALE_DEFAULTS = Object.freeze({
  onNodes: 22 as number,
  max: 100 as number,
  cpuPercent: 60 as number,
  peaks: Object.freeze([]) as NonNullable<WordPressScale['peaks']>,
});

/** The rotations when they are left out. */
export const ROTATION_DEFAULTS = Object.freeze({
  salts: '1' as string,
  database: '1' as string,
  redis: '1' as string,
  administrator: '1' as string,
  before: Object.freeze({}) as NonNullable<WordPressRotation['before']>,
});

/** What the architecture has when a prop is left out. */
export const WORDPRESS_ON_ECI_BURST_DEFAULTS = Object.freeze({
  site: Object.freeze({}) as WordPressSite,
  scale: Object.freeze({}) as WordPressScale,
  rotation: Object.freeze({}) as WordPressRotation,
  requests: Object.freeze({ cpu: '500m', memory: '1Gi' }) as Requests,
  workers: 20 as number,
  ports: Object.freeze([80]) as readonly number[],
  databaseName: 'wordpress' as string,
  namespace: 'wordpress' as string,
  loadTest: LoadTest.withSiteImage() as LoadTestData,
  observability: false as boolean,
});

/** Part of the Pods that an update may have beside the old ones. */
export const SURGE = '10%';

/** Props with every default in place. */
export type ResolvedWordPress = Readonly<
  Omit<Resolved<WordPressOnEciBurstProps, typeof WORDPRESS_ON_ECI_BURST_DEFAULTS>, 'site' | 'scale' | 'rotation'>
> & {
  readonly site: Resolved<WordPressSite, typeof SITE_DEFAULTS>;
  readonly scale: Resolved<WordPressScale, typeof SCALE_DEFAULTS>;
  readonly rotation: Resolved<WordPressRotation, typeof ROTATION_DEFAULTS>;
};
