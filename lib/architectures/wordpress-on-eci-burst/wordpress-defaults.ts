import type { Resolved } from '../../core/defaults';
import type { Requests } from '../../workload/pod/pod-props';
import { LoadTest, type LoadTestData } from '../wordpress/load-test-data';
import type { ResolvedRotation, ResolvedSite } from '../wordpress/site-defaults';
import type { WordPressRotation, WordPressSite } from '../wordpress/site-props';
import type { WordPressOnEciBurstProps, WordPressScale } from './wordpress-props';

/** The numbers of Pods when they are left out. */
export const SCALE_DEFAULTS = Object.freeze({
  onNodes: 22 as number,
  max: 100 as number,
  cpuPercent: 60 as number,
  peaks: Object.freeze([]) as NonNullable<WordPressScale['peaks']>,
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

/** Props with every default in place. */
export type ResolvedWordPress = Readonly<
  Omit<Resolved<WordPressOnEciBurstProps, typeof WORDPRESS_ON_ECI_BURST_DEFAULTS>, 'site' | 'scale' | 'rotation'>
> & {
  readonly site: ResolvedSite;
  readonly scale: Resolved<WordPressScale, typeof SCALE_DEFAULTS>;
  readonly rotation: ResolvedRotation;
};
