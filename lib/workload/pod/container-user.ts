import { oneOf, wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';
import type { ContainerSecurity } from '../../core/pod';

/** Capabilities that a container of root can keep: those that Pod Security `baseline` lets in and that are about files and users. */
export type RootCapability = 'CHOWN' | 'DAC_OVERRIDE' | 'FOWNER' | 'FSETID' | 'SETGID' | 'SETUID';

const ROOT_CAPABILITIES: readonly RootCapability[] = Object.freeze([
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'SETGID',
  'SETUID',
]);

/** As whom the containers of a Pod run, as plain data. Create one with `ContainerUser`. */
export type ContainerUserData =
  | { readonly kind: 'image' }
  | { readonly kind: 'root'; readonly keep: readonly RootCapability[] }
  | {
      readonly kind: 'restricted';
      readonly uid?: number;
      readonly gid?: number;
      /** Linux capabilities that are kept, without `CAP_`; Pod Security `restricted` lets only NET_BIND_SERVICE in. */
      readonly keep: readonly 'NET_BIND_SERVICE'[];
    };

/**
 * As whom containers run. None of them may gain privileges, and system calls are those that the container runtime lets
 * through by default.
 */
export const ContainerUser = Object.freeze({
  /** As the image says, which is often root; Pod Security `baseline` lets it in, `restricted` does not. */
  ofImage: (): ContainerUserData => Object.freeze({ kind: 'image' }),
  /**
   * Not as root and without capabilities: what Pod Security `restricted` asks for. The image must be made for it: files
   * that it writes belong to the user, and it listens above 1023 unless `NET_BIND_SERVICE` is kept.
   *
   * @param ids uid and gid, 1 and up; as the image says when left out, which must then name a number that is not 0
   */
  restricted: (
    ids: { readonly uid?: number; readonly gid?: number; readonly keep?: readonly 'NET_BIND_SERVICE'[] } = {},
  ): ContainerUserData =>
    Object.freeze({ kind: 'restricted', uid: ids.uid, gid: ids.gid, keep: Object.freeze([...(ids.keep ?? [])]) }),
  /**
   * As root, whatever the image says, with the capabilities that are kept and no others: for a Job that gives files to somebody.
   * The practice `no-root` asks for a reason; Pod Security `restricted` does not let it in.
   *
   * @param options keep: Linux capabilities, without `CAP_`
   */
  root: (options: { readonly keep: readonly RootCapability[] }): ContainerUserData =>
    Object.freeze({ kind: 'root', keep: Object.freeze([...options.keep]) }),
});

/** What a container may do, by whom it runs as. */
export function containerSecurity(user: ContainerUserData, readOnlyRootFilesystem?: boolean): ContainerSecurity {
  const all = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: readOnlyRootFilesystem || undefined };
  if (user.kind === 'image') {
    return Object.freeze(all);
  }
  const capabilities = { add: user.keep, drop: ['ALL'] };
  return Object.freeze(
    user.kind === 'root'
      ? { ...all, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, capabilities }
      : { ...all, runAsNonRoot: true, runAsUser: user.uid, runAsGroup: user.gid, capabilities },
  );
}

/** Problems with a user. */
export function containerUserProblems(user: ContainerUserData): Problem[] {
  switch (user.kind) {
    case 'image':
      return [];
    case 'root':
      return user.keep.flatMap((one, index) => oneOf(`user.keep[${index}]`, one, ROOT_CAPABILITIES));
    case 'restricted':
      return [
        ...wholeNumber('user.uid', user.uid, 1, 2 ** 31 - 1),
        ...wholeNumber('user.gid', user.gid, 1, 2 ** 31 - 1),
      ];
  }
}
