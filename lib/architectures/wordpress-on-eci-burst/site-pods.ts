import type { INamespace } from '../../core/workload';
import { Burst } from '../../workload/burst/burst';
import { EciImage } from '../../workload/eci/eci-pod';
import { Probe } from '../../workload/pod/probe';
import { Scale, type ScaleData } from '../../workload/scaling/scale';
import { Update } from '../../workload/update';
import { WebService } from '../../workload/web-service';
import type { CloudParts } from './cloud-parts';
import { connectDatabase } from './site-database';
import { apacheSettings, CONFIG_EXTRA, CONTENT, contentDirectory, phpSettings } from './site-files';
import type { SiteSecrets } from './site-secrets';
import { SURGE, type ResolvedWordPress } from './wordpress-defaults';

/** Port that Apache listens on in the image. */
const PORT = 80;

/**
 * The Pods of the site behind their balancer: the first ones on nodes, the others on ECI. A Pod is well when WordPress
 * answers with its page for logging in, which needs the database; it is restarted only when Apache itself is gone, so
 * that a database that is away for a minute restarts nobody.
 */
export function sitePods(scope: INamespace, parts: CloudParts, secrets: SiteSecrets, p: ResolvedWordPress): WebService {
  const web = new WebService(scope, 'web', {
    image: p.image,
    port: PORT,
    requests: p.requests,
    env: { WORDPRESS_CONFIG_EXTRA: CONFIG_EXTRA, ...(p.observability ? { aliyun_logs_wordpress: 'stdout' } : {}) },
    files: {
      '/etc/apache2/conf-enabled/zz-site.conf': apacheSettings(p.workers),
      '/usr/local/etc/php/conf.d/zz-site.ini': phpSettings(p.site.uploadMib),
    },
    // A new Pod unpacks WordPress first.
    startup: Probe.http('/wp-login.php', { timeoutSeconds: 10, failureThreshold: 60 }),
    readiness: Probe.http('/wp-login.php', { timeoutSeconds: 5 }),
    liveness: Probe.tcp(),
    scale: scaleOf(p.scale),
    update: Update.rolling({ maxSurge: SURGE, maxUnavailable: 0, minReadySeconds: 10 }),
    eci: { image: EciImage.cached() },
  });
  web.burst(Burst.afterEcs(p.scale.onNodes, parts.virtualNode));
  connectDatabase(parts.database, web, p);
  parts.redis?.grantConnect(web, { rotation: p.rotation.redis, before: p.rotation.before.redis });
  parts.files.mountIn(web, CONTENT, { directory: contentDirectory(p.namespace) });
  web.pod.addSecretEnvironment('salts', secrets.salts, p.rotation.salts);
  const [port, ...others] = p.ports;
  web.expose(parts.balancer, {
    port: port!,
    targetPort: PORT,
    also: others.map((one) => ({ port: one, targetPort: PORT })),
  });
  return web;
}

function scaleOf({ onNodes, max, cpuPercent, peaks }: ResolvedWordPress['scale']): ScaleData {
  const byLoad = Scale.onCpu({ target: cpuPercent, min: onNodes, max });
  return peaks.length === 0 ? byLoad : Scale.onSchedule({ jobs: peaks, over: byLoad });
}
