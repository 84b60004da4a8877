import { Fn, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { noteException } from '../../checks/practices/notes';
import { Practices } from '../../checks/practices/profiles';
import type { IBalancer } from '../../core/balancer';
import { quote, reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { isToken } from '../../core/tokens';
import type { INetwork } from '../../core/network';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import type { INamespace, IWorkload } from '../../core/workload';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import { CloudStack } from '../../stacks/cloud-stack';
import { WorkloadStack } from '../../stacks/workload-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { ConfigMap } from '../../workload/config-map';
import type { JobWorkload } from '../../workload/jobs/job-workload';
import { Namespace } from '../../workload/namespace';
import { sha256 } from '../../workload/pod/files';
import type { WebService } from '../../workload/web-service';
import { appOf } from '../parts/in-app';
import { admission } from './admission';
import { agentSpaces } from './agent-spaces';
import { controllerQuota } from './capacity';
import { cloudParts, letPull } from './cloud-parts';
import { applicationPipeline } from './configuration/application-pipeline';
import { jenkinsConfiguration } from './configuration/jenkins-configuration';
import type { ApplicationSettings, JenkinsSettings } from './configuration/settings';
import { CONFIGURATION, controller } from './controller';
import { pluginList } from './controller-plugins';
import { ControllerSecrets } from './controller-secrets';
import { deliveryProblems, leaveImage } from './delivered';
import { deployTargets } from './deploy-targets';
import { makeHome, takeHome } from './home';
import { resolveJenkins } from './jenkins-defaults';
import { JENKINS_ELSEWHERE, JENKINS_FORMS } from './jenkins-forms';
import { jenkinsProblems } from './jenkins-problems';
import type { JenkinsCluster, JenkinsOnKubernetesProps } from './jenkins-props';
import { settingsOf } from './settings-of';

/** Why there is one Pod behind a Service. */
const ONE_CONTROLLER =
  'Jenkins has one controller, since two would write over each other’s home; it starts in another zone when its own is lost';

/**
 * Jenkins on ACK or ACK Serverless: a controller that starts again elsewhere when its node or zone is lost, configured by this
 * program alone, whose builds run in Pods that come and go on ECI; images are built without privileges and pushed by a role; what is
 * built goes to a test namespace and, once somebody approved it, to production.
 *
 * Creates two stacks, `<id>-cloud` and `<id>-apps`: the first from anywhere, the second from where the API server of the
 * cluster is reached. Costs nodes, NAT gateway, cluster, balancer and files by the hour, and Pods on ECI by the second; its README
 * has the list. Every part can be another one: yours, or one that a function makes.
 *
 * @throws InputError with everything that is wrong with the props, and what its parts refuse
 */
export class JenkinsOnKubernetes extends Construct {
  readonly cloud: CloudStack;
  readonly apps: WorkloadStack;
  readonly network: INetwork;
  readonly cluster: JenkinsCluster;
  readonly files: INasFileSystem;
  readonly balancer: IBalancer;
  readonly registry: IContainerRegistry;
  /** Where the controller runs. */
  readonly namespace: Namespace;
  /** Where pipelines deploy to. */
  readonly environments: { readonly test: INamespace; readonly production: INamespace };
  /** The Pod of Jenkins. */
  readonly controller: WebService;
  /** Gives the home to the user of the controller, once. */
  readonly home: JobWorkload;
  /** The configuration as code, as Jenkins reads it. */
  readonly configuration: string;
  /** The plugins that the image must have, one `id:version` in a line: what `jenkins-plugin-cli --plugin-file` takes. */
  readonly plugins: string;
  /** Where people find Jenkins; the output `jenkins-url` of the apps stack. */
  readonly url: string;
  private readonly settings: JenkinsSettings;

  constructor(scope: Construct, id: string, props: JenkinsOnKubernetesProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, JENKINS_FORMS, JENKINS_ELSEWHERE));
    const p = resolveJenkins(props);
    reject(this, jenkinsProblems(p));
    const { region, account, protection, tags, state } = p;
    const practices = p.practices ?? (protection === 'sandbox' ? Practices.sandbox() : Practices.production());
    const app = appOf(this, 'JenkinsOnKubernetes');
    this.cloud = new CloudStack(app, `${id}-cloud`, { region, site: account, protection, practices, tags, state });
    const parts = cloudParts(this.cloud, p);
    this.network = parts.network;
    this.cluster = parts.cluster;
    this.files = parts.files;
    this.balancer = parts.balancer;
    this.registry = parts.registry;
    takeHome(this, parts.files, p.namespace);

    this.apps = new WorkloadStack(app, `${id}-apps`, { cluster: parts.cluster, practices, tags, state });
    this.namespace = new Namespace(this.apps, 'jenkins', {
      name: p.namespace,
      quota: controllerQuota(p.controller),
    });
    const spaces = agentSpaces(this.apps, this.namespace, parts, p);
    this.environments = deployTargets(this.apps, spaces, p);
    parts.images.grantPush(spaces.builder);
    // What images are made from is in the registry, too; whoever has Pods in the namespace of agents may run, and so read, all of it.
    [spaces.builder, ...(spaces.scanner ? [spaces.scanner] : [])].forEach((one) => parts.registry.grantPull(one));
    letPull(parts, p);
    const secrets = new ControllerSecrets(this.namespace, 'controller-secrets', p);
    this.controller = controller(this.namespace, parts, spaces, secrets, p);
    noteException(this.controller, 'two-replicas', ONE_CONTROLLER);
    // Nobody makes a Pod of a build before the API server knows what to refuse.
    this.controller.after(admission(this.namespace, spaces, this.environments));
    this.home = makeHome(this.namespace, parts.files, this.controller, p);
    this.url = p.url ?? `http://${this.controller.address}${portOf(p.ports)}`;
    const facts = { url: this.url, hostname: this.controller.service.hostname, parts, spaces, secrets };
    this.settings = settingsOf(p, { ...facts, targets: this.environments });
    this.configuration = jenkinsConfiguration(this.settings);
    this.plugins = pluginList(p);
    this.configure(this.configuration);
    new TerraformOutput(this.apps, 'jenkins-url', { value: this.url, description: 'Where people find Jenkins' });
  }

  /**
   * The pipeline of an application, to be kept as the Jenkinsfile of its code: checks, image, scan, test environment, and the request
   * of a release, which this file does not decide.
   *
   * @throws InputError `jenkins-application` for a name that no application has
   */
  pipelineOf(name: string): string {
    return applicationPipeline(this.settings, this.applicationOf(name));
  }

  /**
   * Says that a workload is what the pipelines of an application give their images to. Terraform makes it with the image of the
   * program, and from then on leaves the image alone. Call it in each environment, for the one that is made there.
   *
   * @throws InputError `jenkins-application` for a name that no application has, and a workload that its pipelines do not change
   */
  delivers(name: string, workload: IWorkload): void {
    const application = this.applicationOf(name);
    const form = WORKLOAD_FORM('workload', workload);
    reject(this, form.length > 0 ? form : deliveryProblems(application, workload));
    leaveImage(application, workload);
  }

  private applicationOf(name: string): ApplicationSettings {
    const { applications } = this.settings;
    const application = applications.find((one) => one.name === name);
    const known = applications.map((one) => quote(one.name)).join(', ') || 'none';
    const what = `there is no application ${quote(name)}`;
    const fix = `write one of ${known}`;
    reject(this, application ? [] : [{ code: 'jenkins-application', what, value: name, fix }]);
    return application!;
  }

  /** Jenkins reads its configuration when it starts: another one starts it anew. */
  private configure(text: string): void {
    const map = new ConfigMap(this.namespace, 'configuration', { data: { 'jenkins.yaml': text } });
    const { pod } = this.controller;
    pod.addVolume(
      { name: 'configuration', source: { kind: 'config-map', name: map.configMapName } },
      { path: CONFIGURATION, readOnly: true },
    );
    const known = !isToken(text);
    pod.addAnnotation(
      'checksum/configuration',
      known ? sha256({ text }) : Fn.sha256(Fn.lookup(map.resource.data, 'jenkins.yaml', '')),
    );
    this.controller.after(map.resource);
  }
}

/** What follows an address where the balancer does not listen on the port of HTTP. */
function portOf(ports: readonly number[]): string {
  return ports.includes(80) ? '' : `:${ports[0]}`;
}
