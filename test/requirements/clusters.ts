import { asks, judgedBeside, judgedExample, missing, notBuilt, testsOf, type Family } from './requirement';

const managed = testsOf('test/cluster/managed-cluster.test.ts');

const dedicated = testsOf('test/cluster/dedicated-cluster.test.ts');
const masters = testsOf('test/cluster/masters.test.ts');
const serverless = testsOf('test/cluster/serverless-cluster.test.ts');
const endpoint = testsOf('test/cluster/endpoint.test.ts');
const kinds = testsOf('test/cluster/kinds.test.ts');
const imported = testsOf('test/cluster/imported-cluster.test.ts');
const judged = testsOf('test/judge/cluster-kinds.test.ts');
const three = testsOf('test/judge/three-cluster-kinds.test.ts');
const pool = testsOf('test/cluster/nodes/node-pool.test.ts');
const poolProblems = testsOf('test/cluster/nodes/node-pool-problems.test.ts');
const autoscaler = testsOf('test/cluster/nodes/autoscaler.test.ts');
const virtualNode = testsOf('test/cluster/nodes/virtual-node.test.ts');
const rotation = testsOf('test/cluster/nodes/rotation.test.ts');
const baseline = testsOf('test/workload/baseline/cluster-baseline.test.ts');
const addon = testsOf('test/cluster/addons/addon.test.ts');
const addonOrder = testsOf('test/cluster/addons/addon-order.test.ts');
const addonProblems = testsOf('test/cluster/addons/addon-problems.test.ts');
const addonsRehearsed = testsOf('test/cluster/addons/rehearsed.test.ts');
const catalogue = testsOf('test/cluster/addons/catalogue.test.ts');
const access = testsOf('test/cluster/access/cluster-access.test.ts');
const team = testsOf('test/workload/access/team.test.ts');
const roles = testsOf('test/workload/access/roles.test.ts');
const account = testsOf('test/workload/access/service-account.test.ts');
const accessRehearsed = testsOf('test/workload/access/access-rehearsal.test.ts');
const stack = testsOf('test/stacks/workload-stack.test.ts');
const setup = testsOf('test/stacks/account-setup.test.ts');
const summary = testsOf('test/stacks/summary.test.ts');
const blogReadme = testsOf('test/architectures/wordpress-on-eci-burst/readme.test.ts');
const tearDown = testsOf('test/judge/tear-down.test.ts');
const upgrades = testsOf('test/judge/upgrades.test.ts');
const planUpgrade = testsOf('test/cluster/plan-upgrade.test.ts');
const provider = testsOf('test/judge/provider-upgrade.test.ts');
const diff = testsOf('test/testing/guard/diff.test.ts');
const guide = testsOf('test/docs/reaching-the-cluster.test.ts');
const namespace = testsOf('test/workload/namespace.test.ts');
const network = testsOf('test/network/network.test.ts');

export const CLUSTERS: Family = {
  title: 'Clusters',
  letter: 'C',
  count: 15,
  requirements: {
    C1: asks('A managed cluster, its control plane run by Alibaba Cloud.', {
      'Basic, Pro, and Pro of a provisioned size': managed('buys the control plane %j as %s'),
      'several zones': [
        managed('is Pro, named after stack and path, in the node vSwitches of its zones'),
        managed('stability > a new zone adds a vSwitch and leaves the others where they are'),
      ],
      'Flannel or Terway': [
        managed('with Flannel gives Pods a range of their own and no vSwitches'),
        managed('with Terway gives Pods the Pod vSwitches and no range of their own'),
      ],
      'ipvs, iptables or nftables': [
        managed('forwards the traffic of Services by %s on %s'),
        managed('ipvs is deprecated from 1.35 on: the default follows the version'),
      ],
      'protection from deletion': managed('production cannot be deleted and keeps its logs'),
      'audit log and logs of the control plane': managed(
        'keeps audit and control plane logs in a project of the stack, 30 days',
      ),
      'Secrets encrypted with a key of KMS': [
        managed('a key that is made for the cluster is the one that it is given'),
        managed('a KmsKey of the user’s own can be named by its id'),
      ],
      'RAM roles of service accounts': managed('lets its service accounts take RAM roles: %j'),
      'a maintenance window': managed('maintenance_time needs milliseconds'),
      'an API server in the VPC or on the internet': [
        managed('slb_internet_enabled is true by default in the provider: the API server is private'),
        endpoint('when public opens, makes the access list, and says that somebody must attach it'),
      ],
      'accepted by Terraform': judged(
        'Terraform accepts, applies, plans again without a change, and destroys the program on a cluster that is %s',
      ),
    }),
    C2: asks('A dedicated cluster, whose masters are instances of the account.', {
      'three or five masters over zones': [
        dedicated('has three masters of one type, one in each zone'),
        dedicated('has five masters spread over three zones'),
        masters('no zone has two more than another'),
      ],
      'a warning that Alibaba creates no new ones since August 2024': dedicated(
        'every synth says that Alibaba creates no new ones, and what to use instead',
      ),
      'accepted by Terraform': judged(
        'Terraform accepts the other choices of dedicated and Serverless clusters, and plans again without a change',
      ),
    }),
    C3: asks('A Serverless cluster, all of whose Pods are on ECI.', {
      'the resource of managed clusters with a profile, and not the deprecated one': [
        serverless('nobody has tested the profile with the provider: exactly these attributes are written'),
        serverless('the deprecated type of resource is not used'),
      ],
      'accepted by Terraform': judged(
        'Terraform accepts, applies, plans again without a change, and destroys the program on a cluster that is %s',
      ),
    }),
    C4: asks('One interface for the three kinds and for clusters that exist.', {
      'a cluster that exists': [
        imported('creates nothing and says what it is'),
        imported('nodes are added to managed and dedicated clusters, in the stack that imported them'),
      ],
      'a workload runs on each of them unchanged': [
        kinds('is the same on managed, dedicated and imported clusters, byte for byte'),
        kinds('differs on Serverless in what is explained'),
        three('on %s it is one Deployment of the same image, asked for the same'),
      ],
      'accepted by Terraform': judgedExample('three-cluster-kinds'),
    }),
    C5: asks('Pools of nodes.', {
      'several instance types, none smaller than 4 vCPU unless it is asked for': [
        pool('are spread over every zone of the network, paid by the second, on encrypted disks'),
        poolProblems('%s is refused', 'a node of 2 vCPU'),
        poolProblems('small nodes can be asked for'),
      ],
      'a fixed size, or limits for the autoscaler': [
        pool('desired_size is text, and the fixed pool compares it'),
        pool(
          'autoscaler and Terraform fight over the size: a pool with limits has no desired_size and does not compare it',
        ),
      ],
      'spot instances': [
        pool('spot takes the market price, or limits by type'),
        pool('a mix takes the cheapest types, its base and share as text'),
      ],
      'system and data disks': [
        pool('system disks are cloud_efficiency by default: they are cloud_essd PL1 of 120 GiB'),
        pool('have data disks, encrypted'),
      ],
      'the container-optimised image by default; ContainerOS and images of one’s own': [
        pool('are spread over every zone of the network, paid by the second, on encrypted disks'),
        pool('run ContainerOS where it is asked for, on x86 and on Arm'),
        pool('of an image of one’s own have its id compared'),
      ],
      'labels and taints': pool('carry labels and taints as sorted lists'),
      'settings of the kubelet': pool('kubelet numbers are text'),
      'repair and upgrades without anybody': [
        pool('management.enable is true by itself: every switch is said'),
        pool('ACK upgrades and mends nodes in the maintenance window only: without one a warning says so'),
      ],
      'how nodes are spread over zones': [
        pool('without a policy all nodes may sit in the first zone: they are balanced'),
        pool('can be kept to some zones'),
      ],
      'a deployment set': pool('a deployment set is made when asked for, and an existing one is named'),
      'nodes with GPUs': [
        pool('are scaled by GPU, and labelled so that a Pod has a GPU to itself'),
        pool('can be shared by memory'),
      ],
      'by the hour, or a subscription that was asked for': pool(
        'a subscription is an explicit choice, with its months',
      ),
      'accepted by Terraform': judgedExample('managed-cluster'),
    }),
    C6: asks('Pools that grow and shrink with what runs on them.', {
      'settings of the autoscaler, one for the cluster': [
        autoscaler('without a word is what ACK would choose, once for all pools'),
        autoscaler('takes nodes away when and how it is told'),
        autoscaler('grows pools by priority, also those that come later, by their scaling groups'),
      ],
      'pools with limits': [
        pool('pools with limits switch the cluster’s autoscaler on, once'),
        pool(
          'autoscaler and Terraform fight over the size: a pool with limits has no desired_size and does not compare it',
        ),
      ],
      'accepted by Terraform': judgedExample('managed-cluster'),
    }),
    C7: asks('Pods on ECI beside nodes.', {
      'a component of managed clusters, in the stack of the cloud': [
        virtualNode('is one component, which can be removed with what it made'),
        virtualNode('waits for every node pool, also for one that comes later'),
      ],
      'its vSwitches and group, told by the cluster’s baseline in the stack of workloads': [
        baseline('tells ECI the vSwitches and the group of the virtual node, and owns those keys only'),
        baseline('is of the first stack of a cluster; others have none, unless the first leaves it'),
      ],
      'refused on dedicated clusters, with the reason': virtualNode(
        'on kinds that are not managed, with the reason of each',
      ),
      'never the resource for clusters that people run themselves': virtualNode(
        'never has the resource for self-managed clusters',
      ),
      'accepted by Terraform': judgedExample('burst-to-eci'),
    }),
    C8: asks('Components of a cluster from a catalogue.', {
      'typed settings, as the component spells them': addon('settings, as the component spells them > %s'),
      'the right component for the kind of cluster': [
        addon('for each kind of cluster'),
        catalogue('what there is on managed, dedicated and Serverless clusters'),
      ],
      'what excludes each other is refused': [
        addonProblems('refused, with the reason and the way out > %s'),
        addonProblems('two agents for logs, in whichever order'),
      ],
      'in the order of what they need': [
        addonOrder('each component comes after all that it needs'),
        addon('what a component needs is installed with it, and waited for'),
      ],
      'by the resource for components, accepted by Terraform': [
        addon('is one resource with exactly these attributes'),
        addonsRehearsed('is accepted, and the second plan is empty (%s of those that exclude each other)'),
      ],
    }),
    C9: asks('Who may do what in a cluster.', {
      'permissions of RAM users and roles, one owner each': [
        access('all permissions of one user, over clusters and calls, are one resource'),
        access('two owners of one user in two stacks are refused, and both are named'),
      ],
      'roles and bindings for teams and namespaces': [
        team('a team that looks is bound to the role of Kubernetes, once in each namespace'),
        team('rules of one’s own become a role in each namespace, bound by reference'),
        roles('a role says what may be done in its namespace, and is bound once to all who may'),
      ],
      'RAM roles of service accounts': [
        account('the first permission makes a RAM role beside the cluster that this account alone can take'),
        accessRehearsed('Terraform makes it all in order, plans again without a change, and destroys it'),
      ],
    }),
    C10: asks('A stack of workloads gets into its cluster.', {
      'kubernetes and helm by a credential that is short-lived': stack(
        'use a credential that is valid for an hour and written nowhere',
      ),
      'refused in the stack of the cluster, with the reason': [
        stack('an object inside the cluster, beside the cluster: the namespace and the stack are named'),
        stack('a raw object beside the cluster: both are named before a file is written'),
      ],
      'a private API server by default, a public one with its clients': [
        endpoint('answers the VPC only, and tells its address there'),
        endpoint('answers every address only with a reason, which the warning repeats, and there is no list then'),
      ],
      'the summary says from where the stack can be applied': [
        stack('from the VPC, for a private API server'),
        stack('from the ranges that may reach it, for a public one'),
      ],
      'the ways are documented': [
        guide(
          'the guide to reaching a cluster shows what its program says: from where the second stack can be applied',
        ),
        guide('it has each way: a runner in the VPC, a VPN, a public API server with its audit log'),
      ],
      'accepted by Terraform': testsOf('test/stacks/workload-stack-judge.test.ts')(
        'Terraform accepts, applies, plans again without a change, and destroys both stacks',
      ),
    }),
    C11: notBuilt('Several clusters: a fleet of ACK One and its members, a registered cluster from elsewhere.'),
    C12: asks('A baseline of security in the cluster.', {
      'instances of policies that the gatekeeper enforces': missing(
        'not built yet: the component is in the catalogue only',
      ),
      'network policies': [
        namespace('a namespace has a Pod Security level, a default size and a policy that shuts others out'),
        namespace('is left out by default where nothing enforces it, and refused when asked for'),
      ],
      'labels of Pod Security': namespace(
        'a namespace has a Pod Security level, a default size and a policy that shuts others out',
      ),
      'an audit log': managed('keeps audit and control plane logs in a project of the stack, 30 days'),
      'accepted by Terraform': judgedExample('burst-to-eci'),
    }),
    C13: asks('What an account needs once.', {
      'services are opened': setup('services are opened while Terraform plans: only those that are named'),
      'roles of ACK and service-linked roles, as one stack with a list': [
        setup('every role has its system policy; service-linked roles bring their own'),
        setup('it takes what rolesNeeded collects from an App, each role once'),
      ],
      'never by a data source, which would destroy them': setup(
        'a role found by a data source is destroyed by the next apply: nothing is looked up',
      ),
      'the roles that an architecture needs, in its README and the summary': [
        blogReadme('lists the resources of both stacks, and the roles that the account needs'),
        summary('the summary counts resources by type, names the order of stacks, roles and warnings'),
      ],
      'accepted by Terraform': judgedBeside('an account with what a cluster needs'),
    }),
    C14: asks('Taking everything down.', {
      'by one prop': [
        managed('sandbox can be deleted and leaves nothing'),
        tearDown('the blog goes by one word and three commands, and leaves nothing'),
      ],
      'no prevent_destroy': managed('nothing anywhere has prevent_destroy, so that one prop tears everything down'),
      'what a cluster leaves behind does not block it': [
        tearDown('goes with a cluster of ours, and keeps the network of one without delete options'),
        managed(
          'an ALB that ACK keeps blocks the VPC: balancers and private zones go with the cluster, in production too',
        ),
        network('the VPC is named after stack and path and waits 15 minutes for interfaces to go (mistake 15)'),
      ],
    }),
    C15: asks('Upgrades, said before they are done.', {
      'the version of a cluster': [
        upgrades('goes to 1.34 by one line, the control plane in place and the nodes untouched'),
        planUpgrade('an upgrade goes up a minor at a time, the control plane before the nodes'),
      ],
      'nodes are renewed': [
        rotation('nodes are renewed one at a time, with new disks, without a stop'),
        upgrades('has its nodes renewed by one line, which does nothing when it is taken out'),
      ],
      'the version of the provider': provider(
        'a newer provider is said to break what it breaks, with construct, attribute and reason',
      ),
      'what Terraform will do': diff(
        'what goes down with a cluster is its nodes, its objects and its etcd, and the protection of production stops it',
      ),
    }),
  },
};
