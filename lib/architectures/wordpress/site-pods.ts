import type { INamespace } from '../../core/workload';
import type { EciPod } from '../../workload/eci/eci-pod';
import { EciImage } from '../../workload/eci/eci-pod';
import { Probe } from '../../workload/pod/probe';
import type { ScaleData } from '../../workload/scaling/scale';
import { Update } from '../../workload/update';
import { WebService } from '../../workload/web-service';
import { connectDatabase } from './site-database';
import { SURGE, type SiteParts, type SiteSettings } from './site-defaults';
import { apacheSettings, CONFIG_EXTRA, CONTENT, contentDirectory, phpSettings } from './site-files';
import type { SiteSecrets } from './site-secrets';

/** Port that Apache listens on in the image. */
const PORT = 80;

/** What differs from one kind of cluster to the other. */
export interface SitePodsAsk {
  readonly scale: ScaleData;
  readonly env?: Readonly<Record<string, string>>;
  readonly eci?: EciPod;
}

/**
 * The Pods of a site. A Pod is well when WordPress answers with its page for logging in, which needs the database; it is
 * restarted only when Apache itself is gone, so that a database that is away for a minute restarts nobody.
 */
export function sitePods(scope: INamespace, p: SiteSettings, { scale, env, eci }: SitePodsAsk): WebService {
  return new WebService(scope, 'web', {
    image: p.image,
    port: PORT,
    requests: p.requests,
    env: { WORDPRESS_CONFIG_EXTRA: CONFIG_EXTRA, ...env },
    files: {
      '/etc/apache2/conf-enabled/zz-site.conf': apacheSettings(p.workers),
      '/usr/local/etc/php/conf.d/zz-site.ini': phpSettings(p.site.uploadMib),
    },
    // A new Pod unpacks WordPress first.
    startup: Probe.http('/wp-login.php', { timeoutSeconds: 10, failureThreshold: 60 }),
    readiness: Probe.http('/wp-login.php', { timeoutSeconds: 5 }),
    liveness: Probe.tcp(),
    scale,
    update: Update.rolling({ maxSurge: SURGE, maxUnavailable: 0, minReadySeconds: 10 }),
    eci: { image: EciImage.cached(), ...eci },
  });
}

/** Gives the Pods of a site everything that they stand on, and puts their balancer before them. */
export function furnish(web: WebService, parts: SiteParts, secrets: SiteSecrets, p: SiteSettings): void {
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
}

/** Where visitors find a site: its own address, or that of its balancer. */
export function addressOf(web: WebService, { site, ports }: Pick<SiteSettings, 'site' | 'ports'>): string {
  return site.url ?? `http://${web.address}${portOf(ports)}`;
}

/** What follows an address where the balancer does not listen on the port of HTTP. */
function portOf(ports: readonly number[]): string {
  return ports.includes(80) ? '' : `:${ports[0]}`;
}
