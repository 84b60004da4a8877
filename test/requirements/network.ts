import { asks, judgedBeside, judgedExample, notBuilt, testsOf, type Family } from './requirement';

const plan = testsOf('test/network/cidr-plan.test.ts');
const planProblems = testsOf('test/network/cidr-problems.test.ts');
const planned = testsOf('test/network/cidr-properties.test.ts');
const network = testsOf('test/network/network.test.ts');
const nat = testsOf('test/network/nat-gateway.test.ts');
const group = testsOf('test/network/security-group.test.ts');
const dns = testsOf('test/network/dns.test.ts');
const serverless = testsOf('test/cluster/serverless-cluster.test.ts');
const imported = testsOf('test/network/imported-network.test.ts');
const everywhere = testsOf('test/network/imported-everywhere.test.ts');
const nodePools = testsOf('test/cluster/nodes/node-pool-problems.test.ts');
const adopted = testsOf('test/adopt-everywhere.test.ts');
const adoption = testsOf('test/judge/adoption.test.ts');
const cidrCommand = testsOf('test/bin/alicloud-cidr.test.ts');
const clusterProblems = testsOf('test/cluster/managed-cluster-problems.test.ts');

const WIDE = 'a network with a secondary range and IPv6, and groups that let each other in';

export const NETWORK: Family = {
  title: 'Network',
  letter: 'N',
  count: 8,
  requirements: {
    N1: asks('A plan of addresses for VPC, nodes, Pods and Services that says how much it holds and never moves.', {
      'ranges for the VPC, nodes, Pods on Terway and on Flannel, Services; the mask of a node': [
        planned('has disjoint, aligned vSwitches of the right size inside the VPC, apart from Pods and Services'),
        plan('VPC %s goes with Services %s and Flannel Pods %s'),
        plan('Flannel with Pods %s and node mask %i: %i nodes of %i addresses'),
      ],
      'what it holds: nodes, Pods of a node, Pods, Services, free addresses of each zone': [
        planned('holds at least what was asked, and its capacity adds up'),
        plan('Terway: Pods of a node are the addresses of all its interfaces but the first'),
        plan('a /20 has room for 4096 Services'),
        nodePools('more nodes in a zone than its vSwitch has addresses are refused'),
      ],
      'ranges that meet the VPC, other clusters, peers or a site of one’s own are refused': [
        planProblems('ranges that meet > %j'),
        clusterProblems('two Flannel clusters of one VPC must not share a Pod range'),
        clusterProblems('Services of one cluster must not meet the Pods of another in the VPC'),
      ],
      'a fixed share for each purpose, room for more than eight zones, ranges by zone and purpose': [
        planned('puts each zone and purpose where the guide says, no more vSwitches than the limit needs'),
        plan('zones a and p bound the share of each purpose; the last sixteenth stays free'),
      ],
      'zones and limits that come and go move nothing; a larger limit adds a second vSwitch': [
        planned('when zones are reordered'),
        planned('when zones are appended or removed'),
        planned('when limits grow: only vSwitches with the next ordinals come'),
        network('removing a zone that is not the first removes its resources and touches no other'),
      ],
      'an earlier plan as plain JSON, printed, is kept range by range, or refused where that cannot be': [
        planned('is frozen plain data, the same after a round trip through JSON, described the same too'),
        planned('keeps every range, also of zones and purposes that are asked no more'),
        plan('prints the plan as JSON underneath, or alone'),
        planProblems('someone else has taken a kept range: the VPC is not to be moved'),
        cidrCommand('an earlier plan is kept'),
      ],
      'accepted by Terraform': judgedExample('network'),
    }),
    N2: asks('A VPC with a vSwitch for each zone and purpose.', {
      'nodes, Pods, ECI and data in each of one to many zones': [
        network('two zones: a VPC, a vSwitch for each zone and purpose, one NAT gateway with two addresses'),
        network(
          'a third zone adds its vSwitches and SNAT entries, and leaves every other resource as it is, byte by byte',
        ),
        network('one zone in a sandbox works and earns a warning'),
      ],
      'IPv6 when asked for': network(
        'VPC and vSwitches carry it, each vSwitch has a /64 of its own, and there is a gateway',
      ),
      'a secondary range': [
        network('vSwitches of a secondary range wait for it, so create and destroy do not race; the others do not'),
        plan('when the primary range is full, the zone goes on in its slots of the secondary ranges, in their order'),
      ],
      'accepted by Terraform': judgedBeside(WIDE),
    }),
    N3: asks('A way out to the internet.', {
      'an enhanced NAT gateway': nat('an enhanced gateway in a vSwitch for nodes, paid by what it does (mistake 3)'),
      'its public addresses': [
        nat('two public addresses, paid by what they send: 100 Mbit/s each, and not the provider’s 5 by the hour'),
        nat('addresses are bound as those of a NAT gateway, not of an ECS instance (mistake 3)'),
      ],
      'an SNAT entry for each vSwitch that needs it': nat(
        'vSwitches of nodes, Pods and ECI get a way out; those of databases do not, unless named',
      ),
      'shared bandwidth when asked for': nat('one package for all addresses, paid by bandwidth'),
      'the right order of creation and destruction': [
        nat('every SNAT entry waits for every address to be bound, and goes before any is unbound (mistake 4)'),
        nat('an address joins the package after it is bound and leaves it before it is unbound'),
      ],
      'accepted by Terraform': judgedExample('network'),
    }),
    N4: asks('Security groups whose rules say who may reach whom.', {
      'basic and enterprise groups': [
        group('an enterprise group into which nothing comes, and out of which everything may go'),
        group('a basic group isolates its members too, until they are connected'),
      ],
      'rules by intent': [
        group('a basic group names another basic group'),
        group('allowTo is the same connection, seen from the other side'),
      ],
      'enterprise groups by the ranges of the other’s vSwitches': group(
        'a %s group lets an enterprise group in by its vSwitch ranges',
        'enterprise',
      ),
      'accepted by Terraform': judgedBeside(WIDE),
    }),
    N5: asks('Names that only a VPC knows.', {
      'a zone': dns('looks for what it does not have on the internet when it is told so'),
      'the VPCs that see it': [
        dns('is seen by the VPCs that it names, each in its region'),
        dns('two of one name for a VPC are refused'),
      ],
      'its records': [
        dns('gives names to what is in the VPC'),
        dns('holds no records that only the internet has, and the same one once'),
      ],
      'Services of Serverless clusters found by one': [
        serverless('finds Services by a private zone, then without CoreDNS'),
        serverless('finds Services by a private zone once the baseline in the cluster says so to ECI'),
      ],
      'accepted by Terraform': testsOf('test/judge/platform.test.ts')(
        'are accepted by Terraform, applied, planned again without a change, and destroyed',
      ),
    }),
    N6: asks('A network that exists is taken wherever a network is asked for.', {
      'by its attributes, creating nothing': [
        imported('an existing network creates nothing'),
        imported('it answers like one of ours: zones sorted, vSwitches by purpose, ranges that meet nothing'),
      ],
      'by everything that asks for one': everywhere(
        '%s stands in a network that exists, by its ids, and makes nothing of a network',
      ),
      'accepted by Terraform': [
        judgedExample('bring-your-own-network'),
        everywhere('Terraform builds all of them in it, and plans no change afterwards'),
      ],
    }),
    N7: notBuilt(
      'A way to other networks: VPN with two tunnels, transit router, peering of VPCs; ranges held against the plan.',
    ),
    N8: asks('What exists comes under management.', {
      'each construct says its import id': adopted('every `adopt` says in its docstring what the import id is'),
      'each takes `adopt`, which writes an import block': [
        adopted('every exported construct says here how it takes over what exists, or why nothing is to be taken over'),
        adopted('is imported by ${way.id}'),
      ],
      'the plan after it is empty': [
        adoption('comes under management without a change'),
        testsOf('test/judge/lost-state.test.ts')(
          'a program whose state is lost gets everything back by import, and changes nothing',
        ),
      ],
    }),
  },
};
