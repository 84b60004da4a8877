/** Something that the answer of a drill takes for granted. */
export interface Assumption {
  readonly text: string;
  /** Where it comes from. */
  readonly source: string;
}

/** What every drill takes for granted, in the order of the guide. */
export const ASSUMPTIONS: readonly Assumption[] = Object.freeze([
  {
    text: 'A lost zone takes with it everything that is in it, at once; the others go on.',
    source: 'Alibaba Cloud, "Regions and zones"',
  },
  {
    text: 'ECI has the sizes that are asked for in every zone that is left; its addresses are counted.',
    source: 'a choice: stock is nowhere in the Terraform',
  },
  {
    text: 'ECI takes vSwitches of eci-profile at random and goes on to another when one is full.',
    source: 'ECI, "Create Pods across multiple availability zones"',
  },
  {
    text: 'Nodes of a fixed pool do not come back while their zone is lost; a pool that scales comes to its most in the zones that are left.',
    source: 'a choice, on the safe side: the scaling group would try to',
  },
  {
    text: 'With BALANCE nodes are spread evenly and the lost zone had the larger part; with PRIORITY, the default, all are in the first zone; otherwise all were in the lost one.',
    source: 'provider, cs_kubernetes_node_pool, multi_az_policy',
  },
  {
    text: 'A node has room for what its type has, without reserves of the kubelet, 500m and 1 GiB for the DaemonSets of ACK; four Pods of 500m and 1 GiB are CoreDNS and other components.',
    source: 'this library, guide "Sizing"',
  },
  {
    text: 'A vSwitch keeps four addresses. A node takes one and, with Terway, has five idle ones; a Pod takes one; managed masters two of each vSwitch; ALB and NLB eight; any other resource one.',
    source:
      'VPC, "Limits"; ACK, "Customize Terway configuration parameters" (max_pool_size); NLB and ALB, "Specify private IP addresses" (eight are to be kept)',
  },
  {
    text: 'RDS, Redis and PolarDB with a standby in another zone go over to it by themselves; connections end and are opened anew.',
    source: 'ApsaraDB RDS, "Disaster recovery"; Tair, "Dual-zone deployment"',
  },
  {
    text: 'CLB goes over to its secondary zone within about 30 seconds and back again; ALB and NLB answer from the zones that are left.',
    source: 'CLB, "Regions and zones"',
  },
  {
    text: 'A NAT gateway is kept in two zones and goes over by itself, unless it is SingleAZ; public addresses are of the region.',
    source: 'NAT Gateway, "Single-zone NAT Gateway"',
  },
  {
    text: 'A NAS file system is in the zone that it names and is lost with it, though it is mounted from every zone; CPFS and OSS with ZRS are kept in three.',
    source: 'NAS, "Terms"; CPFS, "Storage redundancy"; no page promises more for NAS',
  },
  {
    text: 'Masters that ACK runs are kept over zones by ACK; those of a dedicated cluster vote.',
    source: 'ACK, "High availability of clusters"',
  },
  {
    text: 'A disk is in one zone, unless its category is cloud_regional_disk_auto.',
    source: 'ECS, "Regional ESSD"',
  },
  {
    text: 'Pods that may not crowd into one zone (DoNotSchedule) do not come back while nodes of the lost zone are registered.',
    source: 'Kubernetes, "Pod topology spread constraints": nodeTaintsPolicy is Ignore by default',
  },
  {
    text: 'An update without room for all that it adds goes slower; it stands still when it may take none away and finds room for none. It ends a step when its Pods were ready for minReadySeconds; those that it replaces keep their addresses for their grace.',
    source: 'Kubernetes, "Deployments"; the most that can end at once follows from both',
  },
  {
    text: 'Every scale comes to its most at the same time, and every update runs at the same time.',
    source: 'a choice, on the safe side',
  },
  {
    text: 'Jobs that run once have run; CronJobs that are not suspended all run now.',
    source: 'a choice',
  },
]);
