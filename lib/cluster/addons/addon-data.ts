import type { ComponentValue } from './component-json';

/** What a component is told: an object whose keys and types are the component's own. */
export type ComponentConfig = { readonly [key: string]: ComponentValue | undefined };

/** A component to install, as plain data. Create one with `Addon`. */
export type AddonData =
  | {
      readonly kind: 'known';
      /** The component, by its key in the catalogue. */
      readonly component: string;
      /** What `Addon` was given for it; judged and written in the component's own words when it is added. */
      readonly settings: { readonly version?: string };
    }
  | {
      readonly kind: 'other';
      /** Name of the component, as the console shows it. */
      readonly component: string;
      /** Version to install; absent for the newest. */
      readonly version?: string;
      /** What the component is told, in its own words; absent where it keeps what it has. */
      readonly config?: ComponentConfig;
    };
