import { oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { nameProblems, NAME_RULES } from '../core/names';
import { isToken } from '../core/tokens';
import { regionMismatch } from '../network/in-region';
import { databaseZoneProblems } from './database-zones';
import type { ResolvedRedis } from './redis-props';

/** Everything that is wrong with the props of a Redis instance, at once. */
export function redisProblems(p: ResolvedRedis, cloud: Cloud): Problem[] {
  return [
    ...nameProblems('name', p.name, NAME_RULES.database),
    ...oneOf('version', p.version, ['5.0', '6.0', '7.0']),
    ...classProblems(p.instanceClass),
    ...databaseZoneProblems(p.network, p.zones),
    ...regionMismatch(p.network, cloud),
    ...adoptProblems(p.adopt),
  ];
}

function classProblems(instanceClass: string): Problem[] {
  if (isToken(instanceClass) || /^(redis|tair)\.[a-z0-9.]+$/.test(instanceClass)) {
    return [];
  }
  const what = `instanceClass ${quote(instanceClass)} is not a class of Redis`;
  const fix = 'write instanceClass: "redis.shard.small.ce"';
  return [{ code: 'database-class', what, value: instanceClass, fix }];
}

function adoptProblems(id: string | undefined): Problem[] {
  if (id === undefined || isToken(id) || /^r-[a-z0-9]+$/.test(id)) {
    return [];
  }
  const what = `adopt ${quote(id)} is not the id of a Redis instance`;
  return [{ code: 'resource-id-invalid', what, value: id, fix: 'write adopt: "r-..."' }];
}
