import { besides } from './objects';
import type { Picture } from './picture';
import type { Data, Pod } from './pods';
import { isGiven, isLater } from './reading';

const NEEDED = ['cpu', 'memory'] as const;

/** Containers that do not say how much cpu or memory they request or may have, and the namespace does not for them. */
export function missingResources(
  pod: Pod,
  picture: Picture,
  which: 'requests' | 'limits',
): readonly { readonly container: string; readonly names: readonly string[] }[] {
  return pod.containers.flatMap(({ name, spec }) => {
    const names = NEEDED.filter((resource) => !says(spec.resources, which, resource));
    const open = names.length === 0 ? [] : names.filter((resource) => !defaulted(pod, picture, which, resource));
    return open.length === 0 ? [] : [{ container: name, names: open }];
  });
}

/** A limit without a request counts as a request of as much. */
function says(resources: Data | undefined, which: 'requests' | 'limits', resource: string): boolean {
  if (isLater(resources)) {
    return true;
  }
  const { requests, limits } = (resources ?? {}) as Data;
  const given = (map: unknown) => isLater(map) || isGiven((map as Data | undefined)?.[resource]);
  return given(limits) || (which === 'requests' && given(requests));
}

/** What a LimitRange of the namespace fills in; a default limit becomes the request too. */
function defaulted({ owner }: Pod, picture: Picture, which: 'requests' | 'limits', resource: string): boolean {
  return picture
    .objects('LimitRange')
    .filter((range) => besides(range, owner))
    .flatMap(({ object }) => [object.spec?.limits ?? []].flat() as Data[])
    .filter(({ type }) => type === 'Container')
    .some(
      (limit) =>
        isGiven((limit.default as Data | undefined)?.[resource]) ||
        (which === 'requests' && isGiven((limit.defaultRequest as Data | undefined)?.[resource])),
    );
}
