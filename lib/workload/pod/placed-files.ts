import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { Fn } from 'cdktf';
import { type Construct } from 'constructs';
import { literals } from '../../core/literal';
import { isToken } from '../../core/tokens';
import { waitFor } from '../../core/wait-for';
import type { INamespace } from '../../core/workload';
import { labelsOf } from '../workload-labels';
import { planFiles, sha256, type FileSource, type PlannedFiles } from './files';

/** Files of a workload, with the ConfigMap that holds those written as text. */
export interface PlacedFiles extends PlannedFiles {
  /** What the workload comes after: the ConfigMap, or nothing. */
  readonly made: readonly ConfigMapV1[];
}

/**
 * Makes the ConfigMap `<workload>-files` of files written as text. Its checksum in the template replaces the Pods when a
 * text changes; Terraform computes it where a text holds what only Terraform knows.
 */
export function placeFiles(
  workload: Construct,
  { workloadName, namespace }: { readonly workloadName: string; readonly namespace: INamespace },
  files: Readonly<Record<string, FileSource>>,
): PlacedFiles {
  const name = `${workloadName}-files`;
  const { content } = planFiles(files, name);
  if (Object.keys(content).length === 0) {
    return { ...planFiles(files, name), made: [] };
  }
  const made = new ConfigMapV1(workload, 'files', {
    metadata: { name, namespace: namespace.namespaceName, labels: { ...labelsOf(workloadName) } },
    data: literals({ ...content }),
    dependsOn: waitFor(workload, namespace.ready),
  });
  const known = !Object.values(content).some(isToken);
  return { ...planFiles(files, name, known ? sha256 : () => Fn.sha256(Fn.jsonencode(made.data))), made: [made] };
}
