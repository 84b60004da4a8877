import { asks, judgedBeside, missing, notBuilt, testsOf, type Family } from './requirement';

const mysql = testsOf('test/database/mysql-instance.test.ts');
const replica = testsOf('test/database/read-replica.test.ts');
const grant = testsOf('test/database/grant.test.ts');
const redis = testsOf('test/database/redis-instance.test.ts');
const nas = testsOf('test/storage/nas-file-system.test.ts');
const nasClass = testsOf('test/workload/volumes/nas-storage-class.test.ts');
const bucket = testsOf('test/storage/oss-bucket.test.ts');
const key = testsOf('test/security/kms-key.test.ts');
const kmsSecret = testsOf('test/security/kms-secret.test.ts');
const certificate = testsOf('test/security/certificate.test.ts');
const dns = testsOf('test/network/dns.test.ts');
const role = testsOf('test/security/ram-role.test.ts');
const balancer = testsOf('test/balancer/load-balancer.test.ts');
const alb = testsOf('test/balancer/application-load-balancer.test.ts');
const albClass = testsOf('test/workload/ingress/alb-ingress-class.test.ts');
const serviceBalancer = testsOf('test/balancer/service-balancer.test.ts');
const expose = testsOf('test/workload/service/expose.test.ts');
const registry = testsOf('test/registry/container-registry.test.ts');
const project = testsOf('test/logs/log-project.test.ts');
const store = testsOf('test/logs/log-store.test.ts');
const prometheus = testsOf('test/monitoring/managed-prometheus.test.ts');
const rule = testsOf('test/monitoring/prometheus-rule.test.ts');
const grafana = testsOf('test/monitoring/grafana-workspace.test.ts');
const alarms = testsOf('test/monitoring/alarms.test.ts');
const contacts = testsOf('test/monitoring/alert-contacts.test.ts');
const judged = testsOf('test/judge/data-files-balancer.test.ts');
const built = judged(
  'Terraform builds databases, files and balancers with what uses them, plans no change afterwards, and takes them down',
);

export const DATA: Family = {
  title: 'Data, storage, balancers, platform',
  letter: 'D',
  count: 9,
  requirements: {
    D1: asks('MySQL on RDS.', {
      'highly available over two zones': [
        mysql('has a standby in another zone, each with a vSwitch of its own zone'),
        mysql('the pair of zones is the one that is named, primary first'),
      ],
      Serverless: mysql('a serverless one is billed by use between its limits and never pauses'),
      databases: mysql('a database takes every character unless told otherwise'),
      'accounts and privileges': grant(
        'has an account of its own, with a drawn password and one privilege on the database',
      ),
      'an allow list of groups and ranges': mysql(
        'who is let in is let in by group, or by range where there is no group, whatever the order',
      ),
      backups: mysql('is backed up every night in China, and to the second for 14 days'),
      TLS: mysql('lets nobody in, speaks TLS, cannot be deleted, and is billed by the hour'),
      'encryption of tables and of the disk': mysql(
        'tables are encrypted by RDS, the disk by a key of KMS, when it is told so',
      ),
      parameters: mysql('parameters are those that are named, sorted, and a restart that they need is taken'),
      'read replicas': [
        replica('a copy has its primary’s version, room for all that the primary may hold, and lets nobody in'),
        replica('a workload reads from it with the account that it has, and is let in by its addresses'),
      ],
      'accepted by Terraform': built,
    }),
    D2: asks('One call lets a workload use a database.', {
      'account and privilege': grant(
        'has an account of its own, with a drawn password and one privilege on the database',
      ),
      'allow list': grant('is let in by the group of the cluster’s nodes and Pods, and nobody else is'),
      'Secret and variables of the workload': grant(
        'learns host, port and database as variables, and user and password from one Secret',
      ),
      'accepted by Terraform': built,
    }),
    D3: asks('Redis over two zones.', {
      'a standby in another zone': redis('has a standby in another zone, and stands where data stands'),
      'let in, with an account, in one call': grant('has an account, is let in, and learns where Redis is'),
      'accepted by Terraform': built,
    }),
    D4: asks('Files on NAS.', {
      'standard NFS': nas('is standard NFS, encrypted, the cheapest storage, in the first zone'),
      extreme: nas('has a size, no bin, rules of its kind, and is seen below /share'),
      CPFS: missing(
        'not built: no resource of the provider tells the address at which a CPFS is mounted over NFS; one that exists is a `StaticVolume`',
      ),
      'access group and rules': [
        nas('has one target for all zones and an access group of its own, which lets nobody in'),
        nas('the cluster’s nodes, Pods and Pods on ECI may mount them, and nobody else'),
      ],
      'mount target': nas('who mounts waits for the permission: the target comes after the rules'),
      'lifecycle and backup': nas('files that nobody reads move, and every night they are backed up'),
      'a volume and a claim for a workload': nas(
        'they are a volume that outlives its claim, mounted as NFS 3 that waits for a lost server',
      ),
      'a class whose claims are directories': nasClass(
        'each claim is a directory of the file system, which its end renames',
      ),
      'accepted by Terraform': built,
    }),
    D5: asks('Balancers.', {
      'CLB of Terraform’s, paid by use': balancer(
        'is in the VPC, in a vSwitch for nodes, paid by use, and cannot be deleted',
      ),
      'NLB of Terraform’s': balancer('stands in every zone of the network, in the VPC, and cannot be deleted'),
      'ALB of Terraform’s': alb(
        'stands in every zone of the network, has an address of the VPC, is paid by use, and cannot be deleted',
      ),
      'a Service on one that is there': [
        balancer('names it, makes listeners of its own on it, and says nothing of the balancer itself'),
        balancer('is named by its id, creates nothing, and cannot be asked for what nobody said'),
      ],
      'Ingresses on one that is there': albClass(
        'an ALB of Terraform’s > is named by its id, and nothing of it is changed but listeners of the class',
      ),
      'a Service that has one made, by annotations': [
        serviceBalancer('every annotation is text, since the API server takes nothing else'),
        expose('has a Service of its own for it, beside the one inside the cluster'),
        expose('says so in the class of its Service, and in the ranges of its clients'),
      ],
      'accepted by Terraform': built,
    }),
    D6: asks('A registry of images.', {
      'an instance': registry('a registry is bought by the month, renews itself, and scans images'),
      'namespaces and repositories': registry(
        'repositories are private, their tags stay what they were, and a push makes no new one',
      ),
      'a way in from the VPC': registry(
        'a network that is let in gets an endpoint and a record in its own stack, once',
      ),
      'copies in another region': registry(
        'what is pushed is copied to a registry in another region, whose stack is applied before',
      ),
      'pulls without a password': registry(
        'Pods of a cluster pull without a password, in the namespaces that were named',
      ),
      'accepted by Terraform': registry('Terraform creates it all, plans no second change, and takes it down again'),
    }),
    D7: asks('Logs, metrics, dashboards and alerts.', {
      'projects and stores of logs, with an index': [
        project('a project is itself and the ending of its name'),
        store('a store is itself and the index by which it is searched'),
        store('it keeps logs for a month, encrypts them, and takes more shards when more comes'),
      ],
      'managed Prometheus for a cluster': [
        prometheus('the cluster gets what measures it, and every rule waits for it'),
        prometheus('Serverless has no nodes, and no rules about what only they measure'),
      ],
      Grafana: grafana('a workspace is bought for months, without a password that would be in the state'),
      'alert rules for a cluster, sane without a word': [
        prometheus('a managed Pro cluster is watched in its nodes, its workloads and its control plane'),
        rule('%s is PromQL that ends, in words that people read, and frozen'),
      ],
      'alarms of CloudMonitor for databases, balancers and the way out': [
        alarms('a MySQL instance is watched by processor, memory, disk, connections and disk accesses'),
        alarms('a Redis instance is watched by processor, memory, connections and bandwidth'),
        alarms('a balancer is watched by its kind, each by the name that its metrics have'),
        alarms('a NAT gateway is watched for connections that it drops'),
      ],
      'people and robots who are told': [
        contacts('tells a group of people, each by mail and phone'),
        contacts('tells a group of people, and each robot by itself'),
        prometheus('a rule is about the instance of the cluster, and goes to the people by a policy'),
      ],
      'accepted by Terraform': testsOf('test/judge/monitoring.test.ts')(
        'Terraform builds what watches, plans no change afterwards, and takes it down',
      ),
    }),
    D8: notBuilt('A service mesh over one or more clusters: sidecars, gateway, canary.'),
    D9: asks('What an application has beside its cluster.', {
      'OSS bucket': bucket('a bucket is private, encrypted, versioned, and reached over TLS only'),
      'KMS key': key('a key is one resource: AES-256, rotated every year'),
      'KMS secret': [
        kmsSecret('a secret is drawn by Terraform, kept in KMS, and waits 30 days when it is deleted'),
        kmsSecret('another rotation is another value and another version of the same secret'),
      ],
      'RAM roles and policies': [
        role('a role is one resource, named after its stack and path, with sessions of an hour'),
        role('what a role is granted is one policy for each thing, however often it is asked for'),
      ],
      certificates: [
        certificate('is uploaded with a name that another certificate does not have, beside the old one'),
        certificate('is known to ALB by its id and the region of the service, which is not that of the stack'),
      ],
      'DNS records': [
        dns('has the type that its value is of'),
        dns('is another one for another line, and two addresses of one name are two records'),
      ],
      'accepted by Terraform': [
        judgedBeside('keys, buckets, logs, roles and users'),
        testsOf('test/judge/platform.test.ts')(
          'are accepted by Terraform, applied, planned again without a change, and destroyed',
        ),
      ],
    }),
  },
};
