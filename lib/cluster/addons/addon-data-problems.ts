import type { Problem } from '../../core/errors';
import { any, choiceOf, flag, needed, text } from '../../core/forms';

const ADDON = needed(
  choiceOf(
    { addon: { component: needed(text, '"coredns"'), version: text, config: any, unchecked: flag } },
    'Addon.ingressAlb(), Addon.nodeProblemDetector({ project }), Addon.other("name", { ... })',
  ),
  'Addon.ingressAlb()',
);

/** Problems of what was given instead of a component. */
export function addonDataProblems(addon: unknown): Problem[] {
  return ADDON('addon', addon);
}
