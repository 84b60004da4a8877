import type { Element } from './element';
import type { Picture } from './picture';
import { isKnown, isLater } from './reading';

/** In how many zones the vSwitches of an attribute are; `undefined` when nobody knows. */
export function zonesOf(picture: Picture, element: Element, attribute: string): number | undefined {
  return zonesTogether(picture, [element], attribute);
}

/** In how many zones the vSwitches of several resources are together. */
export function zonesTogether(picture: Picture, elements: readonly Element[], attribute: string): number | undefined {
  const lists = elements.map(({ attributes }) => attributes[attribute]);
  if (!lists.every((list): list is unknown[] => Array.isArray(list))) {
    return undefined;
  }
  const written = new Set(lists.flat().map(String));
  if (written.size <= 1) {
    return written.size === 0 || [...written].some((one) => isLater(one) && !isReference(one)) ? undefined : 1;
  }
  const targets = new Set(elements.flatMap((element) => picture.targets(element, attribute)));
  const zones = [...targets].map(({ attributes }) => attributes.zone_id);
  return targets.size === written.size && zones.every(isKnown) ? new Set(zones).size : undefined;
}

/** One reference, which may stand for a list of many only when it is no single id. */
const isReference = (text: string): boolean => /^\$\{[^}]*\.id\}$|^\$\{TfToken\[/.test(text);
