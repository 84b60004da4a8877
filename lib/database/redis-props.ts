import type { Resolved } from '../core/defaults';
import type { INetwork } from '../core/network';
import { DatabaseZones, type DatabaseZonesData } from './database-zones';

export interface RedisInstanceProps {
  /** Network of the instance; it takes addresses of the vSwitches for data. Another network replaces the instance. */
  readonly network: INetwork;
  /**
   * Name in the console: 2 to 64 letters, digits, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * Class, billed by the hour: its name says the memory. Changed in place; connections break for some seconds.
   * @default "redis.shard.small.ce" - 1 GiB, cloud-native, with a standby
   * @throws InputError `database-class`
   */
  readonly instanceClass?: string;
  /** Version of Redis. Raised in place, never lowered. @default "7.0" */
  readonly version?: '5.0' | '6.0' | '7.0';
  /**
   * In which zones it is: `DatabaseZones.two()` with the standby in another zone, `.one()` with both in one. Those
   * that are named are changed by moving the instance; those that are left out stay as they were chosen.
   * @default DatabaseZones.two()
   * @throws InputError `vswitch-missing`, `zone-count`
   */
  readonly zones?: DatabaseZonesData;
  /**
   * Whether connections are encrypted (TLS); clients must then ask for it. Changed in place with a restart.
   * @default false - many programs of the field do not speak it, and the address is private
   */
  readonly tls?: boolean;
  /** Parameters of Redis by name, as text, such as `{ 'maxmemory-policy': 'allkeys-lru' }`. @default none */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Takes over the instance with this id instead of creating one. Import id: the instance's id, `r-...`.
   * @default none - a new instance
   */
  readonly adopt?: string;
}

/** What a Redis instance is when a prop is left out. */
export const REDIS_DEFAULTS = Object.freeze({
  instanceClass: 'redis.shard.small.ce',
  version: '7.0' as '5.0' | '6.0' | '7.0',
  zones: DatabaseZones.two() as DatabaseZonesData,
  tls: false,
});

/** The props of a Redis instance with its defaults laid under them. */
export type ResolvedRedis = Readonly<Resolved<RedisInstanceProps, typeof REDIS_DEFAULTS>>;
