import type { ClusterKind } from '../../core/cluster';
import type { Problem } from '../../core/errors';
import { any, choiceOf, needed, word } from '../../core/forms';
import type { AddonData } from './addon-data';
import { rowOf } from './catalogue';
import { componentJson } from './component-json';
import { configProblems } from './config-problems';
import { settingsOf } from './settings';

/** What the resource of a component says, in the component's own words. */
export interface Told {
  readonly version?: string;
  /** As the provider reads it back. */
  readonly config?: string;
}

const ADDON = needed(
  choiceOf(
    {
      known: { component: needed(word, '"coredns"'), settings: needed(any, '{}') },
      other: { component: needed(word, '"ack-cgpu"'), config: any, version: word },
    },
    'Addon.ingressAlb(), Addon.nodeProblemDetector({ project }), Addon.other("name", { ... })',
  ),
  'Addon.ingressAlb()',
);

/** Problems of what was given as a component, and of its settings on a kind of cluster. */
export function toldProblems(data: AddonData, kind: ClusterKind): Problem[] {
  const form = ADDON('addon', data);
  if (form.length > 0) {
    return form;
  }
  return data.kind === 'known' ? settingsOf(data.component).problems(data.settings, kind) : configProblems(data.config);
}

/** What a component is told on a kind of cluster. */
export function told(data: AddonData, kind: ClusterKind): Told {
  const { version } = data.kind === 'known' ? data.settings : data;
  const config = data.kind === 'known' ? settingsOf(data.component).config(data.settings, kind) : data.config;
  const said = config && Object.values(config).some((value) => value !== undefined);
  return Object.freeze({ version, config: said ? componentJson(config) : undefined });
}

/** The key under which a component is kept: one for all of its names. */
export function keyOf({ component }: AddonData): string {
  return rowOf(component)?.name ?? component;
}
