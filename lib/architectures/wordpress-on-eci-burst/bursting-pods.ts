import type { INamespace } from '../../core/workload';
import { Burst } from '../../workload/burst/burst';
import { Scale, type ScaleData } from '../../workload/scaling/scale';
import type { WebService } from '../../workload/web-service';
import { furnish, sitePods } from '../wordpress/site-pods';
import type { SiteSecrets } from '../wordpress/site-secrets';
import type { CloudParts } from './cloud-parts';
import type { ResolvedWordPress } from './wordpress-defaults';

/** The Pods of the site behind their balancer: the first ones on nodes, the others on ECI. */
export function burstingPods(
  scope: INamespace,
  parts: CloudParts,
  secrets: SiteSecrets,
  p: ResolvedWordPress,
): WebService {
  const env = p.observability ? { aliyun_logs_wordpress: 'stdout' } : undefined;
  const web = sitePods(scope, p, { scale: scaleOf(p.scale), env });
  web.burst(Burst.afterEcs(p.scale.onNodes, parts.virtualNode));
  furnish(web, parts, secrets, p);
  return web;
}

function scaleOf({ onNodes, max, cpuPercent, peaks }: ResolvedWordPress['scale']): ScaleData {
  const byLoad = Scale.onCpu({ target: cpuPercent, min: onNodes, max });
  return peaks.length === 0 ? byLoad : Scale.onSchedule({ jobs: peaks, over: byLoad });
}
