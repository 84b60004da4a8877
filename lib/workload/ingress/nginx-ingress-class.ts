import { IngressClassV1 } from '@cdktf/provider-kubernetes/lib/ingress-class-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import type { ICluster } from '../../core/cluster';
import { withDefaults, type Resolved } from '../../core/defaults';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { IIngressClass, ListeningPort } from '../../core/ingress';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { warn } from '../../core/warnings';
import type { IWorkload } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import { ServiceAccount } from '../access/service-account';
import { ConfigMap } from '../config-map';
import { Namespace } from '../namespace';
import { ContainerUser } from '../pod/container-user';
import { Probe } from '../pod/probe';
import { Shutdown } from '../pod/shutdown';
import { Scale } from '../scaling/scale';
import { Secret } from '../secret';
import { WebService } from '../web-service';
import { defaultClass, secondDefault } from './default-class';
import { placementOf } from './ingress-nodes';
import { controllerOf, nginxArguments, NGINX_PORTS, SAFE_SETTINGS } from './nginx-config';
import { NGINX_INGRESS_CLASS_FORMS, nginxIngressClassProblems, poolProblems } from './nginx-ingress-class-problems';
import {
  NGINX_INGRESS_CLASS_DEFAULTS,
  type CertificateValues,
  type NginxIngressClassProps,
} from './nginx-ingress-class-props';
import { nginxRights } from './nginx-rights';

type ResolvedProps = Readonly<Resolved<NginxIngressClassProps, typeof NGINX_INGRESS_CLASS_DEFAULTS>>;

/** User and group of the image. */
const NGINX_USER = Object.freeze({ uid: 101, gid: 82 });
/** Seconds in which requests that nginx has begun may end; its own limit is 240. */
const GRACE = 270;
const SHORTEST_DRAIN = 30;

const ENDED =
  'ingress-nginx got its last fixes in March 2026, from upstream and from ACK alike; what is found in it now stays open. Serve Ingresses by new AlbIngressClass(...) where you can';

/**
 * Ingresses served by Pods of nginx in the cluster: at least two, on nodes of their own, spread over zones, behind a CLB or
 * an NLB. Warns: upstream ended in March 2026. Ingresses cannot bring code (snippets), and paths are held to their form; there
 * is no admission webhook, which was the way into the controller (CVE-2025-1974).
 *
 * Creates a namespace with a Deployment, a Service behind the balancer, budget, ConfigMap, ServiceAccount and rights, and
 * `kubernetes_ingress_class_v1`. Costs its nodes and the balancer. The controller reads every Secret of the cluster.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack`; `balancer-network`; when the App is
 *   synthesised `ingress-nodes` where no node pool is meant for it
 */
export class NginxIngressClass extends Construct implements IIngressClass {
  readonly kind = 'nginx';
  readonly resource: IngressClassV1;
  readonly className: string;
  /** Whether Ingresses that name no class are its own. */
  readonly isDefault: boolean;
  readonly cluster: ICluster;
  readonly scheme: 'internet' | 'intranet';
  readonly listeners: readonly ListeningPort[];
  readonly sources: readonly IWorkload[];
  readonly ready: readonly Dependable[];
  /** Where clients find it, which only Terraform knows: the IP address of a CLB, the DNS name of an NLB. */
  readonly address: string;
  readonly namespace: Namespace;
  /** The Pods of nginx. */
  readonly controller: WebService;

  constructor(scope: Construct, id: string, props: NginxIngressClassProps) {
    super(scope, checkedId(scope, id));
    const { cluster, stack } = workplaceOf(this);
    reject(this, formProblems(props, NGINX_INGRESS_CLASS_FORMS));
    const p = withDefaults(props, NGINX_INGRESS_CLASS_DEFAULTS);
    reject(this, nginxIngressClassProblems(p, cluster));
    this.cluster = cluster;
    this.isDefault = p.isDefault;
    this.className = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, stack);
    this.scheme = p.balancer.scheme;
    this.namespace = new Namespace(this, 'namespace', { name: p.namespaceName ?? `ingress-${this.className}` });
    const certificate = p.certificate && this.secretOf(p.certificate);
    const config = new ConfigMap(this.namespace, 'config', { data: { ...SAFE_SETTINGS, ...p.settings } });
    const account = new ServiceAccount(this.namespace, 'nginx', {});
    const rights = nginxRights(this, this.namespace, account, this.className);
    this.controller = this.run(p, config.configMapName, certificate?.secretName);
    account.useIn(this.controller);
    const exposed = this.controller.expose(p.balancer, {
      port: 80,
      targetPort: NGINX_PORTS.http,
      also: [{ port: 443, targetPort: NGINX_PORTS.https }],
    });
    this.controller.after(config.resource, ...rights, ...(certificate ? [certificate.resource] : []));
    this.address = exposed.address;
    this.resource = new IngressClassV1(this, 'Resource', {
      metadata: { name: this.className, ...defaultClass(p.isDefault) },
      spec: { controller: controllerOf(this.className) },
    });
    adopt(this.resource, p.adopt);
    this.listeners = [
      { port: 80, protocol: 'HTTP', certified: false },
      { port: 443, protocol: 'HTTPS', certified: certificate !== undefined },
    ];
    this.sources = [this.controller];
    this.ready = [this.resource, this.controller.resource];
    warn(this, 'ingress-nginx-ended', ENDED);
    addTreeCheck(this, (all) => [...poolProblems(p.nodes, cluster, p.replicas), ...secondDefault(this, all)]);
  }

  private secretOf({ certificate, key }: CertificateValues): Secret {
    return new Secret(this.namespace, 'certificate', {
      type: 'kubernetes.io/tls',
      values: { 'tls.crt': certificate, 'tls.key': key },
    });
  }

  /** The Pods: they take requests on until the balancer has let go of them, then end what they have begun. */
  private run(p: ResolvedProps, config: string, certificate: string | undefined): WebService {
    const drainSeconds = Math.max(SHORTEST_DRAIN, p.balancer.drainSeconds);
    const health = Probe.http('/healthz', { port: NGINX_PORTS.health });
    const names = {
      className: this.className,
      namespace: this.namespace.namespaceName,
      config,
      service: `controller-${p.balancer.name}`,
      certificate,
      drainSeconds,
    };
    return new WebService(this.namespace, 'controller', {
      image: p.image,
      args: nginxArguments(names),
      env: {
        POD_NAME: { from: 'field', path: 'metadata.name' },
        POD_NAMESPACE: { from: 'field', path: 'metadata.namespace' },
      },
      port: NGINX_PORTS.http,
      ports: { https: NGINX_PORTS.https, metrics: NGINX_PORTS.health },
      requests: p.requests,
      scale: Scale.fixed(p.replicas),
      startup: health,
      readiness: health,
      liveness: health,
      user: ContainerUser.restricted({ ...NGINX_USER, keep: ['NET_BIND_SERVICE'] }),
      kubernetesToken: true,
      shutdown: Shutdown.command(['/wait-shutdown'], { drainSeconds, graceSeconds: GRACE }),
      ...placementOf(p.nodes),
    });
  }
}
