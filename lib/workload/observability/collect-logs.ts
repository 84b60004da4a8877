import { withDefaults } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { construct, formProblems, needed, word, type Forms } from '../../core/forms';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { otherRegion, regionOf } from '../../core/one-region';
import type { ContainerData } from '../../core/pod';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import { addTreeCheck } from '../../core/tree';
import type { IWorkload } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';
import type { ILogStore } from '../../logs/i-log-project';
import { CustomResource } from '../charts/custom-resource';
import { forCompanions } from '../companions';
import {
  collectionProblems,
  eciProblems,
  LOG_COLLECTION_FORM,
  usualCollection,
  type LogCollectionData,
} from './log-collection';
import { foundApart } from './found-apart';
import { logKey } from './log-key';
import {
  collectedOf,
  noteCollected,
  sameCollected,
  sameLogNames,
  takenProblems,
  type CollectedLogs,
} from './log-ledger';
import { pipelineSpec } from './log-pipeline';
import { LOG_SOURCE_FORM, LogSource, logSourceProblems, sourceName, type LogSourceData } from './log-source';
import { logVariables, type LogTarget } from './log-variables';
import { logVolume, volumeProblems } from './log-volume';

/** What is collected of a workload, and where it goes. */
export interface CollectLogsProps {
  /** The store that takes the lines, in the region of the cluster. Changed as `by` says. @throws InputError `region-other` */
  readonly to: ILogStore;
  /**
   * What of the container is collected.
   * @default LogSource.output()
   * @throws InputError `log-path`, `log-file-volume`, `log-source-taken`
   */
  readonly from?: LogSourceData;
  /** The container. @default the application's */
  readonly container?: string;
  /**
   * Who tells the agent. Another way replaces the Pods, since one of the two is in their template.
   * @default LogCollection.environment() in a cluster whose Pods can land on ECI, LogCollection.pipeline() in one of nodes only
   * @throws InputError `log-collection-eci` for a pipeline and Pods on ECI
   */
  readonly by?: LogCollectionData;
  /**
   * Name of the collection below the workload: 1 to 63 lower-case letters, digits and hyphens. Another name is another
   * collection.
   * @default the source in words, such as `output`; with `container`, after its name
   */
  readonly name?: string;
}

/** What is collected when a prop is left out. */
export const COLLECT_LOGS_DEFAULTS = Object.freeze({ from: LogSource.output() });

const FORMS: Forms<CollectLogsProps> = {
  to: needed(construct(['storeName', 'project'], 'a LogStore, or one of LogStore.fromAttributes'), 'store'),
  from: LOG_SOURCE_FORM,
  container: word,
  by: LOG_COLLECTION_FORM,
  name: word,
};

/** The component that collects, by the name that it has where there are nodes. */
const AGENT = 'loongcollector';
/** What collected before; whoever has it keeps it. */
const OLD_AGENT = 'logtail-ds';

/**
 * Has the log of a workload's container collected into a store of the log service, by one of two ways that are never mixed for
 * one source. Asking for the same again changes nothing. The component that collects is installed where it is missing.
 *
 * By variables: sets `aliyun_logs_*` in the container, and replaces the Pods. By a pipeline: creates a
 * `ClusterAliyunPipelineConfig` in a `helm_release`. Log files get an empty volume at their directory. The log service bills
 * what comes in.
 *
 * @throws InputError with everything that is wrong; when the App is synthesised `log-name-taken` for two of one name in a
 *   cluster, and `log-collection-eci` when the Pods came to burst to ECI later
 */
export function collectLogs(workload: IWorkload, props: CollectLogsProps): CollectedLogs {
  reject('collectLogs', WORKLOAD_FORM('workload', workload));
  reject(workload, formProblems(props, FORMS));
  const {
    from: source,
    to: store,
    by = usualCollection(workload.cluster),
    ...p
  } = withDefaults(props, COLLECT_LOGS_DEFAULTS);
  reject(workload, [...logSourceProblems(source), ...kubernetesNameProblems('name', p.name)]);
  const container = containerOf(workload, p.container);
  const name = p.name ?? [...(p.container === undefined ? [] : [p.container]), sourceName(source)].join('-');
  const logs = Object.freeze({ name: logKey(workload, name), container: container.name, source, by, store });
  if (sameCollected(workload, logs)) {
    return logs;
  }
  reject(workload, [
    ...collectionProblems(by, source, workload.eci),
    ...otherRegion('store', store, regionOf(workload.cluster)),
    ...takenProblems(workload, logs),
    ...volumeProblems(workload.pod.data, container, source),
  ]);
  needAgent(workload);
  logVolume(workload, container, source, name);
  tell(workload, logs, name);
  note(workload, logs);
  // The variables of Pods are those of the next version beside them, too; a pipeline finds Pods by a label.
  if (by.kind !== 'environment') {
    forCompanions(workload, (one) => {
      if (foundApart(workload, one)) {
        tell(one, { ...logs, name: logKey(one, name) }, name);
      }
    });
  }
  return logs;
}

function containerOf({ pod, node }: IWorkload, wanted: string | undefined): ContainerData {
  const { containers } = pod.data;
  const found = wanted === undefined ? containers[0] : containers.find(({ name }) => name === wanted);
  const names = containers.map(({ name }) => quote(name)).join(', ');
  const what = `container ${quote(wanted)} is none of the Pod, or one that ends before the others start`;
  const problem: Problem = { code: 'container-unknown', what, value: wanted, fix: `write one of ${names}` };
  reject(node.path, found === undefined ? [problem] : []);
  return found!;
}

function needAgent({ cluster, workloadName }: IWorkload): void {
  if (cluster.addons?.includes(OLD_AGENT) !== true) {
    cluster.requireAddon(AGENT, `logs of the workload "${workloadName}" in the log service`);
  }
}

/** Tells the agent, in one of the two ways. */
function tell(workload: IWorkload, { name: key, container, source, by, store }: CollectedLogs, name: string): void {
  const { storeName, project } = store as ILogStore;
  const target: LogTarget = { key, storeName, projectName: project.projectName, machineGroup: groupOf(workload, key) };
  if (by.kind === 'environment') {
    const variables = Object.entries(logVariables(source, target));
    variables.forEach(([variable, value]) => workload.pod.addEnvironment(variable, value, container));
    return;
  }
  const { namespaceName } = workload.namespace;
  const label = Object.entries(workload.selector)[0]!;
  new CustomResource(workload as IWorkload & CustomResource, `logs-${name}`, {
    apiVersion: 'telemetry.alibabacloud.com/v1alpha1',
    kind: 'ClusterAliyunPipelineConfig',
    metadata: { name: key },
    spec: pipelineSpec(source, { namespaceName, label, container }, by, target),
  });
}

/**
 * Pods that are all on ECI report as a machine group of their own, which ECI makes in the store's project; its name has to be
 * unlike those of other clusters. Pods on nodes report as the group of the nodes.
 */
function groupOf(workload: IWorkload, key: string): string | undefined {
  const onlyEci = workload.cluster.kind === 'serverless' || workload.namespace.everythingOnEci;
  return onlyEci ? `${workplaceOf(workload).stack.node.id}-${key}` : undefined;
}

/** Notes what is collected, and has looked at what came later when the App is synthesised. */
function note(workload: IWorkload, logs: CollectedLogs): void {
  if (collectedOf(workload).length === 0) {
    addTreeCheck(workload, (all) => [
      ...sameLogNames(workload, all),
      ...collectedOf(workload).flatMap(({ by }) => eciProblems(by, workload.eci)),
    ]);
  }
  noteCollected(workload, logs);
}
