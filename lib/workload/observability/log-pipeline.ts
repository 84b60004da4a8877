import type { PipelineOptions } from './log-collection';
import { directoryOf, type LogSourceData } from './log-source';
import type { LogTarget } from './log-variables';

/** Which containers a pipeline reads: one of the Pods of one workload. */
export interface LogContainer {
  readonly namespaceName: string;
  /** The one label by which the workload finds its Pods; several would be alternatives to the agent. */
  readonly label: readonly [key: string, value: string];
  readonly container: string;
}

/** The `spec` of the object that tells the agents on nodes what to collect. */
export function pipelineSpec(
  source: LogSourceData,
  from: LogContainer,
  { firstLine, format = 'text', processors = [] }: PipelineOptions,
  { projectName, storeName }: LogTarget,
) {
  const multiline = firstLine === undefined ? {} : { Multiline: { Mode: 'custom', StartPattern: firstLine } };
  const parsers = format === 'json' ? [{ Type: 'processor_parse_json_native', SourceKey: 'content' }] : [];
  return {
    project: { name: projectName },
    config: {
      inputs: [{ ...inputOf(source), ...multiline, ContainerFilters: filtersOf(from) }],
      processors: [...parsers, ...processors],
      flushers: [{ Type: 'flusher_sls', Logstore: storeName }],
    },
  };
}

function inputOf(source: LogSourceData) {
  if (source.kind !== 'files') {
    return {
      Type: 'input_container_stdio',
      IgnoringStdout: source.kind === 'stderr',
      IgnoringStderr: source.kind === 'stdout',
    };
  }
  const { path, depth } = source;
  const below = depth > 0 ? `${directoryOf(path)}/**${path.slice(directoryOf(path).length)}` : path;
  return { Type: 'input_file', FilePaths: [below], MaxDirSearchDepth: depth, EnableContainerDiscovery: true };
}

function filtersOf({ namespaceName, label: [key, value], container }: LogContainer) {
  return {
    K8sNamespaceRegex: `^(${namespaceName})$`,
    IncludeK8sLabel: { [key]: value },
    K8sContainerRegex: `^(${container})$`,
  };
}
