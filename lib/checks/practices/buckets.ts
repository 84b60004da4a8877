import type { Attributes } from '../../core/written/written';
import type { Element } from './element';
import type { Picture } from './picture';

/** Resources of a type that set something of a bucket, by reference or by its name. */
export function sistersOf(bucket: Element, picture: Picture, type: string): readonly Element[] {
  return picture
    .ofType(type)
    .filter(
      (sister) =>
        picture.targets(sister, 'bucket').includes(bucket) ||
        (typeof sister.attributes.bucket === 'string' && sister.attributes.bucket === bucket.attributes.bucket),
    );
}

/** Whether a resource of a type sets something of a bucket. */
export function hasSister(bucket: Element, picture: Picture, type: string): boolean {
  return sistersOf(bucket, picture, type).length > 0;
}

/** Whether a block is surely not there. */
export const isEmpty = (block: Attributes | undefined): boolean =>
  block !== undefined && Object.keys(block).length === 0;
