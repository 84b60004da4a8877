import { wholeNumber } from '../../../core/checks';
import { any, needed } from '../../../core/forms';
import { settingsRule, type AddonVersion } from './rule';

export interface TerwayProps extends AddonVersion {
  /**
   * Addresses that each node keeps at hand for new Pods, 0 to 50. More start Pods faster and take more of the vSwitches
   * while they are idle. Changed in place.
   */
  readonly maxPoolSize: number;
}

/** The pool only: the switches of the plug-in are decided when the cluster is made, by its network and `networkPolicies`. */
export const TERWAY = settingsRule<TerwayProps>({
  forms: { maxPoolSize: needed(any, '5') },
  problems: ({ maxPoolSize }) => wholeNumber('maxPoolSize', maxPoolSize, 0, 50, 'addresses'),
  config: ({ maxPoolSize }) => ({ MaxPoolSize: maxPoolSize }),
});
