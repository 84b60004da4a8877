import type { IConstruct } from 'constructs';
import { noteException } from '../../checks/practices/notes';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { JobWorkload } from '../../workload/jobs/job-workload';
import type { Namespace } from '../../workload/namespace';
import { ContainerUser } from '../../workload/pod/container-user';
import type { WebService } from '../../workload/web-service';
import { takeFor } from '../parts/one-owner';
import { USER } from './controller';
import { homeDirectory, homeMount } from './home-directory';
import type { ResolvedJenkins } from './jenkins-defaults';

/** Takes the directory for one Jenkins: a second one would write over its home. @throws InputError `part-conflict` */
export function takeHome(jenkins: IConstruct, files: INasFileSystem, namespace: string): void {
  takeFor(jenkins, files, homeDirectory(namespace), 'namespace');
}

/** Why one container asks to be root. */
const AS_ROOT =
  'gives the new directory on NAS, which is root’s, to the user of the controller, once; nothing that goes on running is root';

/** Where the Job sees the home. */
const FRESH = '/home-of-jenkins';

/** Once given, nothing is done: whoever runs it again has no right to change what is another's. */
const GIVE = `[ "$(stat -c %u ${FRESH})" = ${USER.uid} ] || { chmod 0750 ${FRESH} && chown ${USER.uid}:${USER.gid} ${FRESH}; }`;

/**
 * The home: a directory of its own, which belongs to the user of the controller before that starts. Only the directory itself
 * changes hands: what is in it is the controller's already, or another Jenkins' that moves in.
 */
export function makeHome(space: Namespace, files: INasFileSystem, web: WebService, p: ResolvedJenkins): JobWorkload {
  const job = new JobWorkload(space, 'home', {
    image: p.image,
    requests: { cpu: '250m', memory: '512Mi' },
    command: ['bash', '-euc', GIVE],
    // Other files are another run; a Job hears of no other volume.
    env: { FILES: files.server },
    user: ContainerUser.root({ keep: ['CHOWN'] }),
    retries: 4,
  });
  files.mountIn(job, FRESH, homeMount(p.namespace, web.cluster));
  noteException(job, 'no-root', AS_ROOT);
  web.after(job.resource);
  return job;
}
