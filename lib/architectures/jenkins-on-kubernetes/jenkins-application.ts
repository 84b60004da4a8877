/** Where the code of an application comes from. */
export interface JenkinsGit {
  /** `https://...` or `git@...`. */
  readonly url: string;
  /** Branch that is built to be released. @default "main" */
  readonly branch?: string;
  /** Id of one of `credentials`. @default none: everybody may read the code */
  readonly credential?: string;
}

/** One thing that is built, tested and deployed: two folders of pipelines in Jenkins, made when the controller starts. */
export interface JenkinsApplication {
  /** Name of its folders, 1 to 40 lower-case letters, digits and hyphens. Another name is another history of builds. */
  readonly name: string;
  readonly git: JenkinsGit;
  /** Branches that are built besides, as a pattern. @default "*" */
  readonly branches?: string;
  /** Path of the pipeline in the code. @default "Jenkinsfile" */
  readonly jenkinsfile?: string;
  /** Path of the Dockerfile in the code. @default "Dockerfile" */
  readonly dockerfile?: string;
  /**
   * Image and shell commands of the unit tests; as whom they run: 1000 unless told otherwise, 0 is root within the container; and
   * the files of JUnit's form that they leave, as a pattern, to be shown.
   */
  readonly test: {
    readonly image: string;
    readonly commands: readonly string[];
    readonly user?: number;
    readonly reports?: string;
  };
  /** What takes the new image in both environments. @default the Deployment and container that are called like the application */
  readonly workload?: {
    readonly kind?: 'deployment' | 'statefulset';
    readonly name?: string;
    readonly container?: string;
  };
  /**
   * Address that answers below 400 when the application is well, by environment, within the cluster.
   * @default `http://<name>.<namespace>:8080/`
   */
  readonly smoke?: { readonly test?: string; readonly production?: string };
  /** Seconds that a roll-out has before it is rolled back, 30 to 3600. @default 600 */
  readonly rolloutSeconds?: number;
}
