import type { ClusterKind } from '../../../core/cluster';
import type { Problem } from '../../../core/errors';
import { formProblems, word, type Form, type Forms } from '../../../core/forms';
import type { ComponentConfig } from '../addon-data';

/** What every component can be told. */
export interface AddonVersion {
  /**
   * Version to install, as the console writes it. Raised in place; ACK refuses to lower it.
   * @default the newest at creation, and whatever ACK upgrades it to
   */
  readonly version?: string;
}

/** How settings are judged and what the component is told. */
export interface SettingsRule {
  problems(settings: object, kind: ClusterKind): Problem[];
  config(settings: object, kind: ClusterKind): ComponentConfig | undefined;
}

/** How to judge and write the settings of one component. */
interface Writing<P> {
  readonly forms: Forms<Omit<P, 'version'>>;
  readonly problems?: (p: P, kind: ClusterKind) => readonly Problem[];
  /** What the component is told; nothing by default. */
  readonly config?: (p: P, kind: ClusterKind) => ComponentConfig | undefined;
}

/** The rule of a component's settings: their form first, and only well-formed ones are looked into. */
export function settingsRule<P extends AddonVersion>(writing: Writing<P>): SettingsRule {
  const forms = { ...writing.forms, version: VERSION } as Forms<P>;
  return Object.freeze({
    problems: (settings: object, kind: ClusterKind) => {
      const form = formProblems(settings, forms);
      return form.length > 0 ? form : [...(writing.problems?.(settings as P, kind) ?? [])];
    },
    config: (settings: object, kind: ClusterKind) => writing.config?.(settings as P, kind),
  });
}

const VERSION: Form = word;

/** A switch as components take most of theirs: as text. */
export function onOff(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
