import { quote, type Problem } from '../core/errors';
import { any, formProblems, listOf, needed, object, text, word, flag, type Forms } from '../core/forms';
import { NETWORK_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import type { NasBackup } from './nas-backup';
import type { NasMount } from './i-nas-file-system';
import { KIND_FORM } from './nas-kind';
import type { NasFileSystemProps, NasLifecycle } from './nas-props';

export const NAS_FORMS: Forms<NasFileSystemProps> = {
  network: needed(NETWORK_FORM, 'new Network(...)'),
  description: text,
  kind: KIND_FORM,
  zone: text,
  recycleBinDays: any,
  lifecycle: object<NasLifecycle>({ afterDays: needed(any, '30'), paths: listOf(word) }),
  backup: object<NasBackup>({ retentionDays: any, hour: any }),
  adopt: word,
};

const MOUNT_FORMS: Forms<NasMount> = { directory: word, readOnly: flag, container: word, clients: any };

/** Problems with where files are to be seen. */
export function mountProblems(path: string, mount: NasMount): Problem[] {
  const wrong = formProblems(mount, MOUNT_FORMS);
  return wrong.length > 0
    ? wrong
    : [
        ...pathProblems('path', path, '/var/www/html/wp-content'),
        ...(mount.directory === undefined ? [] : pathProblems('directory', mount.directory, '/wp-content')),
      ];
}

/** Problem with a path that is not absolute or leads out of where it begins. */
export function pathProblems(prop: string, path: unknown, example: string): Problem[] {
  if (isToken(path) || (typeof path === 'string' && /^\/[^\0]*$/.test(path) && !path.split('/').includes('..'))) {
    return [];
  }
  const what = `${prop} ${quote(path)} is not an absolute path without ".."`;
  return [{ code: 'file-path', what, value: path, fix: `write ${prop}: "${example}"` }];
}
