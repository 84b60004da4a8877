import { asks, testsOf, type Family, type Shown } from './requirement';

const job = testsOf('test/architectures/console-jobs.test.ts');
const zero = (what: string, ...shown: readonly Shown[]) => asks(what, { 'no hand is needed': shown });

export const CONSOLE_JOBS: Family = {
  title: 'Console jobs that are gone',
  letter: 'J',
  count: 15,
  requirements: {
    J1: zero(
      'A mount target of the files.',
      job('1 a mount target of the file system: made beside it, with a group of permissions'),
    ),
    J2: zero('Its address in the cluster.', job('2 its address: a reference in the volumes of the cluster')),
    J3: zero(
      'The allow list of the database.',
      job('3 the allow list of the database: the group of nodes, Pods and Pods on ECI, and nobody else'),
      job('3, of the files: the vSwitches of nodes, Pods and ECI, and nobody else'),
    ),
    J4: zero(
      'The account of the database.',
      job('4 accounts of the database: one for the Pods, one for the installation, with passwords that nobody chose'),
    ),
    J5: zero('The database.', job('5 the database')),
    J6: zero('Its private address.', job('6 its private address: a reference in the Pods')),
    J7: zero('The namespace.', job('7 the namespace, with a quota')),
    J8: zero(
      'The Deployment of 22 Pods.',
      job('8 the Deployment: its number of Pods is the autoscaler’s, 22 of them on nodes'),
    ),
    J9: zero(
      'The files in the Pods.',
      job('9 the shared files in the Pods: a volume, a claim and a mount, and no YAML'),
    ),
    J10: zero('The Service behind a balancer.', job('10 the Service of type LoadBalancer')),
    J11: zero(
      'The coordinates of the database in the site.',
      job('11 the coordinates of the database: variables that the image reads, user and password from a Secret'),
    ),
    J12: zero(
      'The way to ECI.',
      job(
        '12 the way to ECI: a policy that keeps 22 Pods on nodes, and no mark on the namespace, which would send all',
      ),
    ),
    J13: zero(
      'The virtual node.',
      job('13 the virtual node: a component of the cluster that needs no keys, told its vSwitches and its group'),
    ),
    J14: zero(
      'The autoscaler of the Pods.',
      job('14 the autoscaler: 22 to 100 Pods at 60 % of the cpu that they request'),
    ),
    J15: zero(
      'The installation of the site.',
      job('15 the form of the installation: a Job, done before the first Pod of the site starts'),
    ),
  },
};
