import { asks, missing, notBuilt, testsOf, type Family } from './requirement';

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
const faults = testsOf('test/judge/faults-sample.test.ts');

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
        faults('after a fault at any of its changes, %s comes to its end: nothing is made twice, nothing forgotten'),
      ],
      'follows the practices': practices('with everything switched on, it follows production; each exception says why'),
      'bears the loss of a zone': drill(
        'WordPress survives the loss of any one zone, at the most of its scale and in an update of it',
      ),
      'wrong programs are refused': problems('refuses %s'),
      'the days after': secondDay(
        'passwords of the database and of Redis rotate, and no Pod is locked out: new accounts, then Pods, then none of the old',
      ),
    }),
    A2: asks('WordPress on ACK Serverless.', { all: missing('being built') }),
    A3: asks('Jenkins on Kubernetes.', { all: missing('being built') }),
    A4: notBuilt('Spark on ACK Serverless.'),
    A5: notBuilt('Knative on ACK Serverless.'),
    A6: notBuilt('Two places of one city that both serve.'),
    A7: notBuilt('An online shop under its peak.'),
    A8: notBuilt('A cluster as a platform for teams.'),
    A9: notBuilt('A service mesh over two clusters.'),
    A10: notBuilt('A cluster of one’s own site that bursts to the cloud.'),
  },
};
