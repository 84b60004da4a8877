import type { AgentPlaceData } from './agent-place';
import type { AgentSize } from './agent-size';
import type { ImageBuilderData } from './image-builder';
import type { CredentialData } from './credential';
import type { LoginData } from './login';

/**
 * What the texts of Jenkins need to know, as plain data and without defaults: those are the architecture's. Every text
 * that comes out holds no secret; it names files, which the construct mounts into the controller, and Jenkins reads them
 * when it starts.
 *
 * The texts contain `${...}` of Jenkins' own, so they go through `literal()` on their way into Terraform.
 */
export interface JenkinsSettings {
  /** Address by which people reach Jenkins: `https://ci.example.com/`. Links in messages are made from it. */
  readonly url: string;
  /** Address of mail of those who run it; Jenkins sends from it. */
  readonly mail: string;
  /** Time zone of schedules and logs, by its IANA name: `Asia/Shanghai`. */
  readonly timezone: string;
  /** Language of the pages: `en`, `zh_CN`. */
  readonly locale: string;
  readonly controller: ControllerSettings;
  /** How people log in: one of `Login`. */
  readonly login: LoginData;
  readonly people: PeopleSettings;
  /** Credentials that pipelines may use: each of `Credential`. Everybody who can change a Jenkinsfile can read them. */
  readonly credentials: readonly CredentialData[];
  readonly agents: AgentsSettings;
  readonly release: ReleaseSettings;
  readonly registry: RegistrySettings;
  /** What builds images: one of `ImageBuilder`. */
  readonly builder: ImageBuilderData;
  readonly images: ImageSettings;
  readonly scan: ScanSettings;
  /** Libraries of pipelines, one per Git repository. They run outside of the sandbox: who can push there rules Jenkins. */
  readonly libraries: readonly LibrarySettings[];
  /** Lines of `known_hosts` by which Git knows servers that are asked by SSH; without one they are not asked. */
  readonly gitHostKeys?: readonly string[];
  /** What is built: one folder of pipelines each. */
  readonly applications: readonly ApplicationSettings[];
}

/** The controller as its agents see it. */
export interface ControllerSettings {
  /** Address of its Service within the cluster: `http://jenkins.ci.svc.cluster.local:8080/`. Agents come by WebSocket. */
  readonly innerUrl: string;
  /** Of the API server, as a Pod of the cluster sees it: `https://kubernetes.default`. */
  readonly kubernetesUrl: string;
}

/** Whom Jenkins knows by role. Nobody else may do or see anything. */
export interface PeopleSettings {
  /** May do everything, and change the configuration until Jenkins starts the next time. */
  readonly administrators: readonly Principal[];
  /** May see what is built, start and cancel builds. */
  readonly developers: readonly Principal[];
  /** May also approve a release, and start one again, such as to go back to an older image. */
  readonly approvers: readonly Principal[];
}

/** Somebody, or a group of the directory. */
export interface Principal {
  readonly kind: 'user' | 'group';
  readonly name: string;
}

/** Where agents run that build, scan, test, and deploy to the test namespace. */
export interface AgentsSettings {
  /** Namespace of their Pods. Pods of a release never run in it. */
  readonly namespace: string;
  /** What carries them: one of `AgentPlace`. */
  readonly place: AgentPlaceData;
  /** Most Pods of agents at once. */
  readonly cap: number;
  /** Seconds that a Pod has to be up and connected; on ECI the image comes from far. */
  readonly startSeconds: number;
  /** Minutes after which Kubernetes ends a Pod, whatever it is doing. */
  readonly deadlineMinutes: number;
  /** Room of a workspace: `10Gi`. */
  readonly workspace: string;
  /** What all containers of a Pod have together, by the kind of agent. Requests are limits. */
  readonly sizes: Readonly<Record<AgentKind, AgentSize>>;
  readonly serviceAccounts: {
    /** Whose RAM role may push images, and pull what they are made from; without rights in the cluster. */
    readonly builder: string;
    /** Whose RAM role may pull; of the Pods that scan code with a database in the registry. Absent where it is elsewhere. */
    readonly scanner?: string;
    /** Without rights anywhere: of the Pods that scan and test. */
    readonly plain: string;
    /** Which may change workloads of the test namespaces, and nothing of production. */
    readonly testDeployer: string;
  };
}

/** What a Pod of an agent is for. */
export type AgentKind = 'build' | 'scan' | 'test' | 'deploy';

/**
 * Where releases run. The namespace is one of its own, and Jenkins makes Pods in it with a service account's token that no
 * pipeline outside of the folder of releases comes to: a Jenkinsfile may write any namespace into its Pod, and the
 * controller's own service account must not be able to create one here.
 */
export interface ReleaseSettings {
  /** Namespace of the Pods that deploy to production. */
  readonly namespace: string;
  /** Which may change workloads of the production namespaces. */
  readonly serviceAccount: string;
  /** File in the controller with the token of the service account that may create Pods in this namespace, and nowhere else. */
  readonly tokenFile: string;
  /** Hours that a release waits for its approval before it is given up. */
  readonly approvalHours: number;
}

/** Where images go. */
export interface RegistrySettings {
  /** Domain that Pods push to and pull from: `ci-registry-vpc.cn-hangzhou.cr.aliyuncs.com`. */
  readonly host: string;
  readonly region: string;
  /** Of Enterprise Edition: `cri-...`; the login then needs no list of instances. */
  readonly instanceId?: string;
}

/** Images of the containers of agents. */
export interface ImageSettings {
  /** Connects to Jenkins: `jenkins/inbound-agent`. */
  readonly agent: string;
  /** Of busybox or the like, with `docker-credential-acr-helper` in its path; needed unless the builder logs in itself. */
  readonly loginHelper: string;
  /** Trivy. */
  readonly scanner: string;
  /** With a shell, `kubectl` and `curl`. */
  readonly kubectl: string;
}

/** What is looked for in code and images, and what stops a build. */
export interface ScanSettings {
  /** Of what is found, which stops the build; the least grave first. */
  readonly failOn: readonly Severity[];
  /** Whether only what has a mended version counts. */
  readonly onlyMended: boolean;
  /**
   * Who scans images: the pipeline, or the registry, by a delivery chain of Container Registry Enterprise that keeps back what it
   * finds grave; a deployment then fails because it cannot pull. The code is scanned by the pipeline either way.
   * @default "pipeline"
   */
  readonly images?: 'pipeline' | 'registry';
  /**
   * Repository of Trivy's database: `acme-registry-vpc.../mirror/trivy-db:2`, a copy of `ghcr.io/aquasecurity/trivy-db:2`, made anew every day.
   * @default Trivy's own on the internet, which mainland regions do not reach well
   */
  readonly database?: string;
  /** The same of its database about Java. */
  readonly javaDatabase?: string;
}

export type Severity = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

/** Steps that pipelines share. */
export interface LibrarySettings {
  readonly name: string;
  readonly git: GitSettings;
}

/** Where code comes from. */
export interface GitSettings {
  /** `https://...` or `git@...`. */
  readonly url: string;
  /** Which is built to be released. */
  readonly branch: string;
  /** One of the credentials, by id. */
  readonly credential?: string;
}

/** The unit tests of an application. */
export interface TestSettings {
  readonly image: string;
  /** Lines of shell. */
  readonly commands: readonly string[];
  /** As whom they run: 1000 when left out, 0 for root within the container. */
  readonly user?: number;
  /** Files that they leave in the form of JUnit, as a pattern: `reports/*.xml`. Jenkins then shows which test failed since when. */
  readonly reports?: string;
}

/** One thing that is built, tested and deployed. */
export interface ApplicationSettings {
  /** Of its folders in Jenkins: `shop`. */
  readonly name: string;
  readonly git: GitSettings;
  /** Branches that are built besides, as a pattern: `*`, `feature/*`. */
  readonly branches: string;
  /** Of the pipeline, in the repository of the application. */
  readonly jenkinsfile: string;
  /** Path in the registry: `acme/shop`. */
  readonly repository: string;
  /** In the repository of the application. */
  readonly dockerfile: string;
  readonly test: TestSettings;
  /** What takes the new image. */
  readonly workload: { readonly kind: 'deployment' | 'statefulset'; readonly name: string; readonly container: string };
  readonly namespaces: { readonly test: string; readonly production: string };
  /** Address that answers below 400 when the application is well, by environment; within the cluster. */
  readonly smoke: { readonly test: string; readonly production: string };
  /** Seconds that a roll-out has before it is rolled back. */
  readonly rolloutSeconds: number;
}
