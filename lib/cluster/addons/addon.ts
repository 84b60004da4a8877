import type { AddonData, ComponentConfig } from './addon-data';
import type { IngressAlbProps, IngressNginxProps } from './settings/ingress';
import type { LogAgentProps, MonitorControllerProps, NodeProblemDetectorProps } from './settings/monitoring';
import type { TerwayProps } from './settings/network';
import type { AddonVersion } from './settings/rule';
import type { AcrCredentialHelperProps, GatekeeperProps, PodIdentityProps } from './settings/security';
import type { CnfsProps, StorageOperatorProps } from './settings/storage';

/** A component by its key in the catalogue, with settings that the catalogue knows. */
function known<P extends AddonVersion>(component: string) {
  return (settings: P = {} as P): AddonData =>
    Object.freeze({ kind: 'known', component, settings: Object.freeze({ ...settings }) });
}

/** The same for a component that cannot do without settings. */
function asking<P extends AddonVersion>(component: string): (settings: P) => AddonData {
  return known<P>(component);
}

/** Components that a cluster can be given: `cluster.addAddon(Addon.ingressAlb())`. */
export const Addon = Object.freeze({
  /** Ingress by ALB, the one to choose. Balancers are made and billed for each `AlbConfig`. */
  ingressAlb: known<IngressAlbProps>('alb-ingress-controller'),
  /** Ingress by nginx. Warns: it got its last fixes in March 2026. Makes a classic balancer, by default without the internet. */
  ingressNginx: known<IngressNginxProps>('nginx-ingress-controller'),
  /** Ingress by a gateway of MSE. Warns: installing it makes a gateway, which is billed by the hour. */
  ingressMse: known<AddonVersion>('mse-ingress-controller'),
  /** How many addresses nodes with Terway keep at hand; the plug-in itself comes with the cluster. */
  terway: asking<TerwayProps>('terway-eniip'),
  /** VSwitches, security groups and fixed addresses for single Pods. Terway only. */
  terwayControlPlane: known<AddonVersion>('terway-controlplane'),
  /** Names of Services; there by itself unless a Serverless cluster was made with a private zone. */
  coreDns: known<AddonVersion>('coredns'),
  /** A cache of DNS answers on every node; Pods opt in by the label `node-local-dns-injection` of their namespace. */
  nodeLocalDns: known<AddonVersion>('ack-node-local-dns'),
  /** NetworkPolicy on Pods on ECI. Pro only. */
  eciNetworkPolicies: known<AddonVersion>('poseidon'),
  /** Mounts volumes on nodes; there by itself where there are nodes. */
  csiPlugin: known<AddonVersion>('csi-plugin'),
  /** Volumes on demand; there by itself except on Serverless. */
  csiProvisioner: known<AddonVersion>('csi-provisioner'),
  /** NAS and OSS as objects of the cluster. */
  storageOperator: known<StorageOperatorProps>('storage-operator'),
  /** The controller of those objects. */
  cnfs: known<CnfsProps>('cnfs-controller'),
  /** CPU and memory of Pods; there by itself except on Serverless. */
  metricsServer: known<AddonVersion>('metrics-server'),
  /** Scaling at given times. */
  cronHpa: known<AddonVersion>('ack-kubernetes-cronhpa-controller'),
  /** Metrics of balancers, logs and Prometheus for scaling. */
  metricsAdapter: known<AddonVersion>('ack-alibaba-cloud-metrics-adapter'),
  /** Requests of Pods, proposed or changed by what they use. */
  verticalPodAutoscaler: known<AddonVersion>('ack-vertical-pod-autoscaler'),
  /** Metrics to Managed Service for Prometheus, which bills what comes in beyond the basic ones. */
  prometheus: known<AddonVersion>('arms-prometheus'),
  /** Logs of Pods to the log service, which bills what comes in and what is kept. */
  logs: known<LogAgentProps>('loongcollector'),
  /** The older agent for logs, for clusters that have it; excludes `logs`. */
  logtail: known<LogAgentProps>('logtail-ds'),
  /** Broken nodes and events of the cluster. */
  nodeProblemDetector: known<NodeProblemDetectorProps>('ack-node-problem-detector'),
  /** Whom CloudMonitor tells of alerts. */
  monitorController: asking<MonitorControllerProps>('alicloud-monitor-controller'),
  /** What workloads cost. */
  costExporter: known<AddonVersion>('ack-cost-exporter'),
  /** Application monitoring: agents in Pods that ask for one by label. */
  onepilot: known<AddonVersion>('ack-onepilot'),
  /** Policies of OPA: judges what is created. */
  gatekeeper: known<GatekeeperProps>('gatekeeper'),
  /** ACK's own policies; brings `gatekeeper`. */
  policies: known<AddonVersion>('policy-template-controller'),
  /** Looks for settings of workloads that are not safe. */
  securityInspector: known<AddonVersion>('security-inspector'),
  /** RAM roles for service accounts, injected into Pods. */
  podIdentity: known<PodIdentityProps>('ack-pod-identity-webhook'),
  /** Images of Container Registry without a password. */
  acrCredentialHelper: known<AcrCredentialHelperProps>('aliyun-acr-credential-helper'),
  /** Images of Container Registry that start before they are loaded. */
  acrAcceleration: known<AddonVersion>('aliyun-acr-acceleration-suite'),
  /** Backups of what a cluster holds, by Velero. */
  backup: known<AddonVersion>('migrate-controller'),
  /** Workloads and releases of OpenKruise. */
  kruise: known<AddonVersion>('ack-kruise'),
  /** Knative Serving. */
  knative: known<AddonVersion>('knative'),
  /**
   * Any component, with settings in its own words: `Addon.other('ack-cgpu', { ... })`. Nothing checks them, and a warning
   * says so: keys, and whether a value is text, must be as the data source `alicloud_cs_kubernetes_addon_metadata` shows
   * them, else every plan shows a difference.
   */
  other: (component: string, config?: ComponentConfig, version?: string): AddonData =>
    Object.freeze({ kind: 'other', component, config, version }),
});
