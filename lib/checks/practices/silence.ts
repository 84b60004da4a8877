import type { IConstruct } from 'constructs';

const SILENT = Symbol.for('alicloud-constructs/practicesSilent');
type Root = { [SILENT]?: boolean };

/** Whether somebody is asking for the report of a tree, so that findings must not end the synthesis. */
export const isSilent = (root: IConstruct): boolean => (root as Root)[SILENT] === true;

/** Does something with a tree while findings of practices are kept back. */
export function inSilence<T>(root: IConstruct, act: () => T): T {
  const before = isSilent(root);
  (root as Root)[SILENT] = true;
  try {
    return act();
  } finally {
    (root as Root)[SILENT] = before;
  }
}
