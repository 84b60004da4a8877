import type { IBalancer } from '../../core/balancer';
import type { Resolved } from '../../core/defaults';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IRedisInstance } from '../../database/i-redis-instance';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { Requests } from '../../workload/pod/pod-props';
import type { WordPressRotation, WordPressSite } from './site-props';

/** The site when a part of it is left out. */
export const SITE_DEFAULTS = Object.freeze({
  title: 'WordPress' as string,
  locale: 'en_US' as string,
  administrator: Object.freeze({ user: 'owner', email: 'owner@example.com' }) as { user: string; email: string },
  searchEngines: true as boolean,
  uploadMib: 64 as number,
});

/** The rotations when they are left out. */
export const ROTATION_DEFAULTS = Object.freeze({
  salts: '1' as string,
  database: '1' as string,
  redis: '1' as string,
  administrator: '1' as string,
  before: Object.freeze({}) as NonNullable<WordPressRotation['before']>,
});

/** A site with every default in place. */
export type ResolvedSite = Resolved<WordPressSite, typeof SITE_DEFAULTS>;

/** Rotations with every default in place. */
export type ResolvedRotation = Resolved<WordPressRotation, typeof ROTATION_DEFAULTS>;

/** What one site is, whatever its Pods run on. */
export interface SiteSettings {
  readonly image: string;
  readonly site: ResolvedSite;
  readonly rotation: ResolvedRotation;
  readonly requests: Requests;
  /** Requests that one Pod answers at the same time. */
  readonly workers: number;
  /** Ports of the balancer. */
  readonly ports: readonly number[];
  readonly databaseName: string;
  readonly namespace: string;
}

/** What a site stands on. */
export interface SiteParts {
  readonly database: IMysqlInstance;
  readonly files: INasFileSystem;
  readonly redis?: IRedisInstance;
  readonly balancer: IBalancer;
}

/** Part of the Pods that an update may have beside the old ones. */
export const SURGE = '10%';
