import { reject, quote, type Problem } from '../../core/errors';
import type { IMountable, MountOptions } from '../../core/mountable';
import type { VolumeData, VolumeSource } from '../../core/pod';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import type { IWorkload } from '../../core/workload';

/** What a volume of a Pod can be told, apart from where it is mounted. */
export interface FilesVolumeOptions {
  /** Keys that become files, by file name. @default all keys, under their names */
  readonly files?: Readonly<Record<string, string>>;
  /** Permissions of the files, such as `0400`. @default "0644" */
  readonly mode?: string;
  /** Whether the Pod may start without it. @default false */
  readonly optional?: boolean;
}

/** Volumes that need no object of their own. Each can be mounted in several workloads. */
export const Volume = Object.freeze({
  /**
   * An empty directory on the node for the life of the Pod, gone with it: caches, and what containers of a Pod share.
   *
   * @param options sizeLimit such as `1Gi`: more evicts the Pod; medium `Memory` counts as memory of the container
   */
  empty: (name: string, options: { readonly sizeLimit?: string; readonly medium?: 'Memory' } = {}): IMountable =>
    mountable(name, { kind: 'empty', ...options }),
  /** The keys of a ConfigMap of the namespace, as files. */
  configMap: (name: string, configMap: string, options: FilesVolumeOptions = {}): IMountable =>
    mountable(name, { kind: 'config-map', name: configMap, ...options }),
  /** The keys of a Secret of the namespace, as files. */
  secret: (name: string, secret: string, options: FilesVolumeOptions = {}): IMountable =>
    mountable(name, { kind: 'secret', name: secret, ...options }),
  /** A claim of the namespace that exists, or that something else makes. */
  claim: (name: string, claimName: string): IMountable => mountable(name, { kind: 'claim', claimName }),
  /**
   * A directory of the node, for agents that look after nodes. Only where Pods never land on ECI, and in namespaces of
   * Pod Security `privileged`.
   *
   * @param type such as `DirectoryOrCreate`; Kubernetes checks nothing when it is left out
   */
  hostPath: (name: string, path: string, type?: string): IMountable =>
    mountable(name, { kind: 'host-path', path, ...(type === undefined ? {} : { type }) }),
});

function mountable(name: string, source: VolumeSource): IMountable {
  const volume: VolumeData = Object.freeze({ name, source: Object.freeze(source) });
  return Object.freeze({
    mountIn: (workload: IWorkload, path: string, { container, ...mount }: MountOptions = {}) => {
      const form = WORKLOAD_FORM('workload', workload);
      reject(form.length > 0 ? `Volume ${quote(name)}` : workload, [...form, ...textProblems(volume)]);
      if (source.kind === 'host-path') {
        // What sends the Pods to ECI later is looked at when the App is synthesised.
        reject(workload, [...pathProblems(source.path), ...securityProblems(workload), ...hostPathOnEci(workload)]);
      }
      workload.pod.addVolume(volume, { path, ...mount }, container);
    },
  });
}

/** What a source cannot be without. */
function wanted(source: VolumeSource): Readonly<Record<string, unknown>> {
  switch (source.kind) {
    case 'config-map':
    case 'secret':
      return { [source.kind]: source.name };
    case 'claim':
      return { claimName: source.claimName };
    case 'host-path':
      return { hostPath: source.path };
    default:
      return {};
  }
}

/** Problems with names that a program in JavaScript left out. */
function textProblems({ name, source }: VolumeData): Problem[] {
  const texts = { name, ...wanted(source) };
  return Object.entries(texts)
    .filter(([, value]) => typeof value !== 'string' || value === '')
    .map(([prop, value]) => {
      const what = `${prop} of volume ${quote(name)} ${quote(value)} is no text`;
      return { code: 'type-invalid', what, value, fix: `write it as text, such as "cache"` };
    });
}

function pathProblems(path: string): Problem[] {
  const what = `hostPath ${quote(path)} is not absolute`;
  return path.startsWith('/') ? [] : [{ code: 'mount-path', what, value: path, fix: 'write "/var/log"' }];
}

function securityProblems({ namespace: { namespaceName, podSecurity } }: IWorkload): Problem[] {
  if (podSecurity === undefined || podSecurity === 'privileged') {
    return [];
  }
  const what = `hostPath: namespace ${quote(namespaceName)} lets only ${quote(podSecurity)} Pods in, which have no directories of nodes`;
  return [{ code: 'pod-security', what, value: podSecurity, fix: "write podSecurity: 'privileged' on the Namespace" }];
}

function hostPathOnEci(workload: IWorkload): Problem[] {
  if (workload.eci === 'never') {
    return [];
  }
  const lands = workload.eci === 'all' ? 'are all on ECI' : 'can land on ECI';
  const what = `hostPath: the Pods of "${workload.node.path}" ${lands}, where there is no node with directories`;
  const fix = 'use Volume.empty() or a share, or keep the Pods on nodes';
  return [{ code: 'host-path-eci', what, value: workload.eci, fix }];
}
