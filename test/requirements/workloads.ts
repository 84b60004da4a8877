import { asks, judgedExample, testsOf, type Family } from './requirement';

const namespace = testsOf('test/workload/namespace.test.ts');
const web = testsOf('test/workload/web-service.test.ts');
const stateful = testsOf('test/workload/stateful/stateful-service.test.ts');
const daemon = testsOf('test/workload/daemon/daemon-workload.test.ts');
const jobs = testsOf('test/workload/jobs/jobs.test.ts');
const secret = testsOf('test/workload/secret.test.ts');
const account = testsOf('test/workload/access/service-account.test.ts');
const registry = testsOf('test/registry/container-registry.test.ts');
const autoscaler = testsOf('test/workload/scaling/autoscaler.test.ts');
const cron = testsOf('test/workload/scaling/cron.test.ts');
const scalingRehearsed = testsOf('test/workload/scaling/scaling-rehearsal.test.ts');
const burst = testsOf('test/workload/burst/burst.test.ts');
const burstProblems = testsOf('test/workload/burst/burst-problems.test.ts');
const interplays = testsOf('test/workload/burst/interplays.test.ts');
const burstGuide = testsOf('test/docs/burst.test.ts');
const chart = testsOf('test/workload/charts/helm-chart.test.ts');
const manifest = testsOf('test/workload/charts/manifest.test.ts');
const kindsJudged = testsOf('test/judge/workload-kinds.test.ts');
const clusterDns = testsOf('test/workload/dns/cluster-dns.test.ts');
const podDns = testsOf('test/workload/dns/pod-dns.test.ts');
const corefile = testsOf('test/workload/dns/corefile.test.ts');
const logs = testsOf('test/workload/observability/collect-logs.test.ts');
const scrape = testsOf('test/workload/observability/scrape.test.ts');
const signals = testsOf('test/judge/platform.test.ts')(
  'are accepted by Terraform, applied, planned again without a change, and destroyed',
);
const alb = testsOf('test/workload/ingress/alb-ingress-class.test.ts');
const usualClass = testsOf('test/workload/ingress/usual-class.test.ts');
const nginx = testsOf('test/workload/ingress/nginx-ingress-class.test.ts');
const ingress = testsOf('test/workload/ingress/ingress.test.ts');
const ingressReadme = testsOf('test/workload/ingress/readme.test.ts');
const releasesJudged = testsOf('test/judge/releases.test.ts');
const ingressJudged = testsOf('test/judge/ingress.test.ts');
const batches = testsOf('test/workload/releases/batches.test.ts');
const batchNumbers = testsOf('test/workload/releases/pod-numbers.test.ts');
const blueGreen = testsOf('test/workload/releases/blue-green.test.ts');
const canary = testsOf('test/workload/releases/canary.test.ts');
const canaryRules = testsOf('test/workload/releases/canary-rules.test.ts');
const mirror = testsOf('test/workload/releases/mirror.test.ts');
const routeProblems = testsOf('test/workload/releases/route-problems.test.ts');
const built = kindsJudged(
  'Terraform accepts, applies, plans again without a change, and destroys every kind of workload and volume',
);

export const WORKLOADS: Family = {
  title: 'Workloads in the cluster',
  letter: 'W',
  count: 9,
  requirements: {
    W1: asks('A namespace with its bounds.', {
      quota: namespace('a quota has the names that Kubernetes has for it, and belongs to the namespace'),
      'default requests and limits': [
        namespace('a namespace has a Pod Security level, a default size and a policy that shuts others out'),
        namespace('containers can have other defaults, complete and spelled as the API server would, or none'),
      ],
      'a policy by default where something enforces it, refused where nothing does': [
        namespace('is left out by default where nothing enforces it, and refused when asked for'),
        namespace('reaches Pods on ECI by a component of its own, which the cluster then gets'),
      ],
      'Pod Security': namespace(
        'a namespace has a Pod Security level, a default size and a policy that shuts others out',
      ),
      'everything on ECI': [
        namespace('everything on ECI > is a label of the namespace'),
        namespace('is refused without a virtual node: its Pods would wait for ever'),
      ],
      'accepted by Terraform': judgedExample('burst-to-eci'),
    }),
    W2: asks('A service that keeps nothing, and the other kinds where one reaches for them.', {
      Deployment: web('is a Deployment that Terraform waits for, twenty minutes at most, after its namespace'),
      Service: web('is found inside the cluster under its name'),
      probes: web('a new Pod gets requests when its health path answers, and is restarted when it stops answering'),
      'requests and limits': web('limits are the requests, so that it performs the same on a node and on ECI'),
      preStop: web('a Pod goes on answering for 30 seconds while balancers forget it, then has 30 seconds to end'),
      'spread over zones': web(
        'Pods spread evenly over zones and prefer nodes of their own, without waiting for either',
      ),
      PodDisruptionBudget: web('a tenth of the Pods may go, at least one'),
      'ConfigMap and Secret': [
        web('a text is one file, laid into the directory of the image without hiding what is there'),
        secret('keeps text as text and fills in what only Terraform knows'),
        secret('marks what comes from another stack again, since states forget the mark'),
      ],
      'pulling images': [
        account('an account has no token, and leaves its pull secrets to the component that writes them'),
        registry('Pods of a cluster pull without a password, in the namespaces that were named'),
      ],
      StatefulSet: stateful('is a StatefulSet whose members start one after the other, each with a disk of its own'),
      DaemonSet: daemon(
        'runs on every node without a taint, never on a virtual one, and is replaced a tenth at a time',
      ),
      Job: jobs('runs once, three times more at most, and ends within ten minutes'),
      CronJob: jobs('runs in the time of Shanghai, never beside itself, and is left out when it is ten minutes late'),
      'accepted by Terraform': built,
    }),
    W3: asks('A service that scales.', {
      'by cpu': autoscaler('has an autoscaler under its name that holds the use of cpu to a share of the requests'),
      'by memory': autoscaler('holds the use of memory to a share of the requests'),
      'by figures from outside of the cluster': [
        autoscaler('takes figures of an adapter by name, without a selector when there are no labels'),
        autoscaler('has the component installed that its figures come from, and no other'),
      ],
      'by requests and latency of an Ingress': [
        autoscaler('looks at the requests of an Ingress in the logs that ACK keeps for the cluster'),
        autoscaler('holds latency as a value and requests as a share, since Pods do not divide latency among them'),
      ],
      'by the clock: target, jobs, dates to leave out': [
        autoscaler('has a CronHPA for its Deployment and no autoscaler'),
        cron('%s excludes whole days: %d problems'),
      ],
      'by the clock over an autoscaler': autoscaler(
        'over an autoscaler speaks to the autoscaler, so that the two do not undo each other',
      ),
      'accepted by Terraform': scalingRehearsed(
        'Terraform builds every way to scale and to burst, and plans no change afterwards',
      ),
    }),
    W4: asks('Pods beyond the nodes run on ECI, in one of four ways.', {
      'so many on nodes, the rest on ECI, back in reverse': [
        burst('is an order for the scheduler: its selector is a plain map, its first unit has a most'),
        burst('says when a Pod goes on, which nodes count, and what Pods on ECI get besides'),
      ],
      'the same by OpenKruise': burst('is a division of the Deployment, whose second part tolerates virtual nodes'),
      'nodes as a wish': burst('is a toleration and a preference, in the Pods alone'),
      'everything on ECI': burst('everything on ECI > is a label of the Pods'),
      'one way only': burstProblems('one workload has one way to ECI'),
      'a label of the namespace is never an order': [
        burstProblems('a label that sends every Pod to ECI makes an order void, whoever set it and when'),
        burstGuide('%s says that a label which sends Pods to ECI is never "nodes first"'),
      ],
      'virtual-kubelet-autoscaler is refused': interplays(
        'the chart that nobody maintains is answered with what replaced it',
      ),
      'nothing of it on Serverless': burstProblems('on Serverless there is nothing to burst to: every Pod is on ECI'),
      'accepted by Terraform': scalingRehearsed(
        'Terraform builds every way to scale and to burst, and plans no change afterwards',
      ),
    }),
    W5: asks('Requests from outside by host and path.', {
      'ALB where nothing else is said, in the zones of the network': [
        usualClass(
          'is served by an ALB in every zone of the network, reached from the VPC by HTTP; the cluster gets what makes it',
        ),
        alb('is a class that names its AlbConfig, which comes first'),
        alb('is in the VPC, in every zone, and says whatever the controller would choose otherwise'),
        alb('an ALB of Terraform’s > is named by its id, and nothing of it is changed but listeners of the class'),
      ],
      'routes with hosts, paths and TLS': [
        ingress('leads a host to the Service of a workload, over HTTPS, with HTTP sent there'),
        ingress('has a rollout leave no gap: a Pod is ready when the ALB knows it, and the Ingress is there first'),
      ],
      'nginx on nodes of its own, highly available': [
        nginx(
          'is served by two Pods on nodes of their own, apart from each other, and by one at least while nodes are emptied',
        ),
        ingressReadme('the site is served from the zones that are left when one is lost'),
      ],
      'a warning that nginx has ended': nginx('says at every synth that upstream has ended'),
      TLS: alb(
        'speak TLS 1.2 with strict ciphers, tell Pods the client’s address and protocol, and time out as ALB does',
      ),
      'accepted by Terraform': ingressJudged(
        'is built by Terraform, plans no change afterwards, and goes in the right order',
      ),
    }),
    W6: asks('Another version of a service, step by step.', {
      'a rolling update': web('an update adds Pods before it takes any'),
      'batches that wait': [
        batches('moves Pods from the service to the next version by one number'),
        batchNumbers(
          'never leave fewer Pods than the service had, whichever set Terraform changes first, one batch at a time',
        ),
      ],
      'blue-green': [
        blueGreen('has as many next Pods as the service, and moves all requests by one word'),
        blueGreen('changes nothing but the weight when it moves requests, and changes nothing else on the way back'),
      ],
      'canary by cookie, header and weight, on nginx and on ALB': [
        canaryRules('one Ingress has all rules, which it reads in the order header, cookie, weight'),
        canaryRules(
          'header, cookie and weight have an Ingress each, whose names count up in the order in which they are read',
        ),
        canary('gets requests only when its Pods are there, which Terraform waits for, and loses them before they go'),
      ],
      'copies of requests to another cluster': [
        mirror('go to the address of another cluster, with path, query and body, as the host that it knows'),
        mirror('go to a server group with the address in it, beside the Service that answers'),
      ],
      'what one cannot do is refused with the reason': [
        routeProblems('what one kind cannot do is refused with the reason, and done by the other: > %s on ALB'),
        routeProblems('on nginx a pattern that it would leave out, and a weight finer than it counts'),
      ],
      'each step one changed line, with its plan in the guide': releasesJudged(
        'is one line a step, in place, without a step in which requests find no Pods, and each step is done with once',
      ),
      'accepted by Terraform': [
        releasesJudged(
          'Pods come before requests, requests go before Pods, and all but the weight stays while they move',
        ),
        releasesJudged('a shadow behind nginx comes and goes with its Pods, by changing one Ingress'),
      ],
    }),
    W7: asks('Names, answered near the Pod.', {
      'a cache on each node': [
        clusterDns('the cache of nodes > is a component of the cluster'),
        podDns('is asked in a namespace that says so, with the component in the cluster'),
        podDns('is refused for Pods that can land on ECI, until they leave it alone'),
      ],
      'a cache in the Pod': [
        podDns('is a container that the others ask first, and the cluster while it does not answer'),
        podDns('works on ECI, where Pods burst to'),
      ],
      'settings of CoreDNS': [
        clusterDns('has its whole file from the program, which owns that one key of what the component made'),
        clusterDns('gets more Pods with more nodes by a controller that may do that and nothing else'),
        corefile('what is written reads back as what was meant'),
      ],
      'accepted by Terraform': signals,
    }),
    W8: asks('Anything else that runs in a cluster, with no API server at plan.', {
      charts: chart('is a release of exactly one version that is waited for and taken back when it fails'),
      manifests: manifest('of a text is its documents, lists unpacked, text kept as text'),
      'custom resources': manifest(
        'is a release of the chart beside the stack, with the object as text that a plan shows',
      ),
      'charts of cdk8s': manifest('is put into the namespace as it stands'),
      'no API server at plan': testsOf('test/stacks/workload-stack-judge.test.ts')(
        'Terraform accepts, applies, plans again without a change, and destroys both stacks',
      ),
    }),
    W9: asks('What a workload does can be seen.', {
      'its output and files in the log service': [
        logs('an object tells the agents which containers to read, and the Pods stay as they are'),
        logs('variables of the container tell the agent, in nodes and on ECI alike'),
        logs('files get an empty volume at their directory, and are looked for below it when that is asked for'),
      ],
      'its metrics in Prometheus, by Pods or by its Service': [
        scrape('Prometheus is told which Pods to read, in the words that the component looks for'),
        scrape('by the Service, under its name for the port, over TLS, more often'),
        scrape('the scraper is let in to that port alone, from its namespace, where the namespace shuts others out'),
      ],
      'application monitoring': scrape('labels the Pods with language and name, and brings the component'),
      'accepted by Terraform': signals,
    }),
  },
};
