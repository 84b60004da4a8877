/** What somebody might look for here and does not find, with the reason. */
export const OUT_OF_SCOPE: Readonly<Record<string, string>> = {
  'TiDB run by oneself':
    'A database in Pods is operated by its operator, not by a program that ends before it runs. Databases here are those that Alibaba Cloud operates; the operator’s chart goes in by `HelmChart`.',
  'Harbor run by oneself':
    'Container Registry Enterprise does the same without Pods, disks and passwords of its own: `ContainerRegistry`. A Harbor that exists is an address in `image`.',
  'a market of architectures with a user interface':
    'This is a library: an architecture is a class, found in the reference of the public names and in the examples.',
  'load tests by PTS':
    'The provider has no resource for PTS. The load test of an architecture is a CronJob that waits to be started.',
  'Knative Build': 'It has left Knative; what took its place are pipelines such as those of Jenkins.',
  'Knative Eventing': 'It is a component apart from Serving, and nothing that is asked for here sends events.',
};
