import { quote, type Problem } from '../../core/errors';
import type { ContainerData, MountData, PodData } from '../../core/pod';
import type { IWorkload } from '../../core/workload';
import { directoryOf, type LogSourceData } from './log-source';

/** Volumes whose files the agent finds: directories of the node, and of the container group on ECI. */
const READ = Object.freeze(['empty', 'host-path']);

/** Directories of every image: an empty volume in their place leaves nothing that could run. */
const OF_THE_IMAGE = /^\/(?:bin|sbin|lib|lib64|usr|etc|var|opt|home|root|run|proc(?:\/.*)?|sys(?:\/.*)?|dev(?:\/.*)?)$/;

/** Problem with log files in a directory that the image needs as it is. */
function hiddenProblem(path: string): Problem {
  const directory = directoryOf(path);
  const what = `from: the directory of ${quote(path)} gets an empty volume, which would hide what the image has in ${directory}`;
  const fix = 'have the container write its log to a directory of its own, such as /var/log/shop';
  return { code: 'log-path', what, value: path, fix };
}

/** Problem with log files on a volume that the agent does not read, such as a share. */
export function volumeProblems({ volumes }: PodData, container: ContainerData, source: LogSourceData): Problem[] {
  const mount = source.kind === 'files' ? mountOver(container, directoryOf(source.path)) : undefined;
  const kind = volumes.find(({ name }) => name === mount?.volume)?.source.kind;
  if (source.kind === 'files' && mount === undefined && OF_THE_IMAGE.test(directoryOf(source.path))) {
    return [hiddenProblem(source.path)];
  }
  if (source.kind !== 'files' || mount === undefined || kind === undefined || READ.includes(kind)) {
    return [];
  }
  const what = `from: ${quote(source.path)} is on the volume ${quote(mount.volume)} (${kind}), whose files the agent on a node does not see as those of this Pod`;
  const fix = 'have the container write its log to another directory, which gets an empty volume';
  return [{ code: 'log-file-volume', what, value: source.path, fix }];
}

/** Gives log files an empty volume at their directory, unless one is mounted there or above. */
export function logVolume(workload: IWorkload, container: ContainerData, source: LogSourceData, name: string): void {
  if (source.kind !== 'files' || mountOver(container, directoryOf(source.path))) {
    return;
  }
  const volume = { name: `logs-${name}`, source: { kind: 'empty' as const } };
  workload.pod.addVolume(volume, { path: directoryOf(source.path) }, container.name);
}

/** The deepest mount of a container that a directory is in. */
function mountOver({ mounts }: ContainerData, directory: string): MountData | undefined {
  const over = mounts.filter(({ path }) => directory === path || directory.startsWith(`${path.replace(/\/$/, '')}/`));
  return [...over].sort((a, b) => b.path.length - a.path.length)[0];
}
