import { asks, notBuilt, testsOf, type Family } from './requirement';

const FOLDER = 'test/architectures/wordpress-on-eci-burst';
const blog = testsOf(`${FOLDER}/wordpress-on-eci-burst.test.ts`);
const parts = testsOf(`${FOLDER}/parts.test.ts`);
const capacity = testsOf(`${FOLDER}/capacity.test.ts`);
const judged = testsOf(`${FOLDER}/judged.test.ts`);
const problems = testsOf(`${FOLDER}/wordpress-problems.test.ts`);
const practices = testsOf(`${FOLDER}/practices.test.ts`);
const readme = testsOf(`${FOLDER}/readme.test.ts`);
const secondDay = testsOf(`${FOLDER}/second-day.test.ts`);
const jobs = testsOf('test/architectures/console-jobs.test.ts');
const drill = testsOf('test/testing/drill/wordpress.test.ts');
/** A few faults of an architecture, chosen by the commit. */
const faults = (row: string) =>
  testsOf('test/judge/faults-sample.test.ts')(
    'after a fault at any of its changes, %s comes to its end: nothing is made twice, nothing forgotten',
    row,
  );

const SITES = 'test/architectures/wordpress-on-serverless';
const sites = testsOf(`${SITES}/wordpress-on-serverless.test.ts`);
const environments = testsOf(`${SITES}/environments.test.ts`);
const watching = testsOf(`${SITES}/watching.test.ts`);
const siteParts = testsOf(`${SITES}/parts.test.ts`);
const siteReadme = testsOf(`${SITES}/readme.test.ts`);
const siteJudged = testsOf(`${SITES}/judged.test.ts`);
const sitePractices = testsOf(`${SITES}/practices.test.ts`);
const siteDrill = testsOf(`${SITES}/drill.test.ts`);
const siteProblems = testsOf(`${SITES}/problems.test.ts`);
const siteDays = testsOf(`${SITES}/second-day.test.ts`);
const JENKINS = 'test/architectures/jenkins-on-kubernetes';
const jenkins = testsOf(`${JENKINS}/jenkins-on-kubernetes.test.ts`);
const lock = testsOf(`${JENKINS}/lock.test.ts`);
const rights = testsOf(`${JENKINS}/rights.test.ts`);
const admission = testsOf(`${JENKINS}/admission.test.ts`);
const delivered = testsOf(`${JENKINS}/delivered.test.ts`);
const everyPod = testsOf(`${JENKINS}/every-pod.test.ts`);
const casc = testsOf(`${JENKINS}/configuration/jenkins-configuration.test.ts`);
const plugins = testsOf(`${JENKINS}/configuration/plugins.test.ts`);
const pipelines = testsOf(`${JENKINS}/configuration/pipelines.test.ts`);
const deploySteps = testsOf(`${JENKINS}/configuration/deploy-steps.test.ts`);
const imageBuilder = testsOf(`${JENKINS}/configuration/image-builder.test.ts`);
const agentPods = testsOf(`${JENKINS}/configuration/agent-pods.test.ts`);
const jenkinsJudged = testsOf(`${JENKINS}/judged.test.ts`);
const jenkinsPractices = testsOf(`${JENKINS}/practices.test.ts`);
const jenkinsGuard = testsOf(`${JENKINS}/guard.test.ts`);
const jenkinsDrill = testsOf(`${JENKINS}/drill.test.ts`);
const jenkinsParts = testsOf(`${JENKINS}/parts.test.ts`);
const jenkinsReadme = testsOf(`${JENKINS}/readme.test.ts`);
const jenkinsProblems = testsOf(`${JENKINS}/jenkins-problems.test.ts`);
const jenkinsDays = testsOf(`${JENKINS}/second-day.test.ts`);

export const ARCHITECTURES: Family = {
  title: 'Reference architectures',
  letter: 'A',
  count: 10,
  requirements: {
    A1: asks('WordPress on ACK whose Pods beyond the nodes run on ECI.', {
      'managed cluster, virtual node, MySQL, files, balancer': [
        blog('two stacks, named after the architecture, the second after the first'),
        readme('lists the resources of both stacks, and the roles that the account needs'),
      ],
      'Redis when asked for': parts(
        'parts can be others: > those that functions make in the cloud stack and its network',
      ),
      '22 Pods on nodes': [
        jobs(
          '12 the way to ECI: a policy that keeps 22 Pods on nodes, and no mark on the namespace, which would send all',
        ),
        capacity('22 Pods fit on the nodes, and still do when one of three zones is lost'),
      ],
      '22 to 100 Pods at 60 % of cpu': [
        jobs('14 the autoscaler: 22 to 100 Pods at 60 % of the cpu that they request'),
        capacity(
          'addresses suffice for 100 Pods on ECI, an update of them and what it still ends, when a zone is lost',
        ),
      ],
      'database and files are wired': [
        jobs('11 the coordinates of the database: variables that the image reads, user and password from a Secret'),
        jobs('9 the shared files in the Pods: a volume, a claim and a mount, and no YAML'),
      ],
      'the site is ready: language, title, administrator, search engines': [
        blog('is in Chinese, with a title and an administrator, and hidden from search engines, when it is told so'),
        jobs('15 the form of the installation: a Job, done before the first Pod of the site starts'),
      ],
      'an image that is named or comes from a registry; a warning where its pull fails': [
        blog('an image from Docker Hub is warned about in a mainland region'),
        parts('an image from a registry of the program, which the cluster pulls without a password'),
      ],
      'a load test': blog(
        'waits, suspended, with the reference’s load: 1000 visitors in ten minutes, on ECI, off the nodes under test',
      ),
      'accepted by Terraform, in faults too': [
        judged(
          'with everything switched on, Terraform accepts, applies, plans again without a change, and destroys it',
        ),
        faults('wordpress-on-eci-burst'),
      ],
      'follows the practices': practices('with everything switched on, it follows production; each exception says why'),
      'bears the loss of a zone': drill(
        'WordPress survives the loss of any one zone, at the most of its scale and in an update of it',
      ),
      'parts can be others': [
        parts('a network that exists in the program'),
        parts('a cluster that exists in the program: it keeps its nodes, its network serves the rest'),
      ],
      'its README in both languages, held by its programs': [
        readme('lists the resources of both stacks, and the roles that the account needs'),
        readme('and say the same: as many points, sections, tables and commands'),
      ],
      'wrong programs are refused': problems('refuses %s'),
      'the days after': secondDay(
        'passwords of the database and of Redis rotate, and no Pod is locked out: new accounts, then Pods, then none of the old',
      ),
    }),
    A2: asks('WordPress on ACK Serverless.', {
      'an environment is a namespace; one comes and goes without the others': [
        sites('a namespace with a quota, a default size and a policy that lets no other namespace in'),
        environments('another environment > adds its own things, and changes, replaces and destroys nothing'),
        environments('takes its own things with it, and nothing of another one'),
      ],
      'MySQL Serverless': sites('a database and accounts of its own in one instance of RDS MySQL Serverless'),
      'files by volume and claim': sites(
        'a directory of one file system, in volumes that are made by hand and bound to their claims',
      ),
      'a Service on a balancer': sites('a balancer: of production on the internet, of a test in the VPC'),
      logs: sites(
        'a store of logs, to which the output of its Pods goes: half a year of production, a month of a test',
      ),
      'Prometheus with alerts': [
        watching('Prometheus measures the cluster, whoever is told of it'),
        watching(
          'rules about production are its own: Pods that crash or do not start, a scale at its end, a Job that failed',
        ),
        watching('alarms are about the database, the way out and the balancer of production'),
      ],
      'an image of the registry, without a password': siteParts(
        'comes from Container Registry of the account by the role of ECI: no Pod names a password',
      ),
      'it heals itself': sites(
        'heals itself: a Pod gets visitors while WordPress answers, and is restarted when Apache is gone',
      ),
      'scale by the clock': [sites('scales by the clock, over what its load asks for'), sites('can sleep at night')],
      'accepted by Terraform, in faults too': [
        siteJudged(
          'with everything switched on, Terraform accepts, applies, plans again without a change, and destroys it',
        ),
        faults('wordpress-on-serverless'),
      ],
      'no edit loses data': environments('%s: nothing that holds data is replaced or destroyed'),
      'follows the practices': sitePractices('%s, it follows production; each exception says why'),
      'bears the loss of a zone': siteDrill(
        'the sites survive the loss of any one zone, at the most of their scales and in an update of all',
      ),
      'parts can be others': [
        siteParts('a Serverless cluster that exists'),
        siteParts('those of an environment, that no other one has: an instance, Redis, a balancer'),
      ],
      'its README in both languages, held by its programs': [
        siteReadme('lists the resources of both stacks of the smallest program, and the roles that the account needs'),
        siteReadme('and say the same: as many points, sections, tables and commands'),
      ],
      'wrong programs are refused': siteProblems('refuses in an environment %s'),
      'the days after': siteDays(
        'passwords of the database rotate, and no Pod is locked out: new accounts, then Pods, then none of the old',
      ),
    }),
    A3: asks('Jenkins on Kubernetes.', {
      'a controller that starts again elsewhere, and of which there are never two': [
        jenkins('is started elsewhere after half a minute of a node that does not answer'),
        jenkins('waits for its lock before it starts, runs under it, and is known to it by its Pod'),
        lock('of two that start at once one runs, and the other waits'),
        lock('one that no longer reaches the API ends itself before anybody else can begin'),
      ],
      'its home on NAS': jenkins(
        'has its home on NAS, in a directory that was given to it, and plugins and caches on disks of its own',
      ),
      'configuration as code, no wizard': [
        casc('runs nothing itself, asks nobody to set it up, and has no port for agents'),
        casc('come from files, each kind as Jenkins wants it'),
        casc('has an account of Jenkins, whose password is in a file'),
      ],
      'plugins and images pinned': [
        plugins('are pinned, each once, in the order of their ids'),
        imageBuilder('comes, like every image of agents, in a version that is named'),
      ],
      'an agent for each build, on ECI, gone after it': [
        casc('makes a Pod for each build and keeps none'),
        jenkins('are on ECI by a virtual node, which the cluster gets for them'),
        agentPods('a Pod of a build is spot where that was asked for, and paid for on demand where spot is sold out'),
      ],
      'images built without a socket and without privileges': [
        imageBuilder('Kaniko runs wherever agents do'),
        imageBuilder('$kind runs on nodes, and not on ECI, which has no user namespaces'),
        everyPod('%s, no Pod asks for what ECI refuses, for a socket, or for the node'),
      ],
      'pushed by a role': jenkins('are pushed by a role to the namespace that was made for them, once under a tag'),
      'code and image are scanned': [
        pipelines('runs the unit tests that were asked for'),
        pipelines('stops at what is grave and has a mended version'),
      ],
      'deployed to test, approved, deployed to production': [
        pipelines(
          'comes to the test namespace and asks for a release from the branch that is released, and from no other',
        ),
        pipelines('looks at what it is asked for, waits for an approval, and then goes to production'),
        deploySteps('that does not come up goes back to what was there, waits for that, and fails'),
      ],
      'rights as small as can be': [
        rights('production is changed by one account, as which Pods run that only one other account can make'),
        rights('who deploys changes what is there, in one environment'),
      ],
      'who can push a branch comes neither to the home of Jenkins nor to more than an image': [
        admission('is refused: a Pod of a build %s'),
        admission('is refused who %s'),
        admission(
          'the home is mounted by nodes, and no address of a Pod is let in; on Serverless, where there are none, by Pods',
        ),
      ],
      'what was released stays': delivered(
        'the image that a pipeline gave to an application is not taken back by Terraform, and everything else stays its own',
      ),
      'accepted by Terraform, in faults too': [
        jenkinsJudged('Terraform accepts, applies, plans again without a change, and destroys it'),
        faults('jenkins-on-kubernetes'),
      ],
      'no edit loses data': jenkinsGuard('%s replaces nothing that holds data, and loses nothing'),
      'follows the practices': jenkinsPractices('%s, it follows production, with two exceptions that say why'),
      'bears the loss of a zone': jenkinsDrill(
        '%s Jenkins survives the loss of any one zone, at its most and while it is updated',
      ),
      'parts can be others': [
        jenkinsParts(
          'a managed cluster that exists in the program: it keeps its nodes and its pulls, and gets a virtual node',
        ),
        jenkinsParts('a Serverless cluster that exists in the program'),
      ],
      'its README in both languages, held by its programs': [
        jenkinsReadme('lists the resources of both stacks, and the roles that the account needs'),
        jenkinsReadme('and say the same: as many points, sections, tables and commands'),
      ],
      'wrong programs are refused': jenkinsProblems('refuses %s'),
      'the days after': jenkinsDays('more agents, and a zone that sorts before the others, replace nothing'),
    }),
    A4: notBuilt('Spark on ACK Serverless.'),
    A5: notBuilt('Knative on ACK Serverless.'),
    A6: notBuilt('Two places of one city that both serve.'),
    A7: notBuilt('An online shop under its peak.'),
    A8: notBuilt('A cluster as a platform for teams.'),
    A9: notBuilt('A service mesh over two clusters.'),
    A10: notBuilt('A cluster of one’s own site that bursts to the cloud.'),
  },
};
