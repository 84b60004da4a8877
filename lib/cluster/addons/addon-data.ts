import type { ComponentValue } from './component-json';

/** What a component is told: an object whose keys and types are the component's own. */
export type ComponentConfig = { readonly [key: string]: ComponentValue | undefined };

/** A component to install, as plain data. Create one with `Addon`. */
export interface AddonData {
  readonly kind: 'addon';
  /** The component, by its key in the catalogue or, for one that is not in it, by its name. */
  readonly component: string;
  /** Version to install, such as `v1.2.3.4-abcdef-aliyun`; absent for the newest. */
  readonly version?: string;
  /** What the component is told; absent where it keeps what it has. */
  readonly config?: ComponentConfig;
  /** Whether nothing checked the configuration. */
  readonly unchecked?: true;
}
