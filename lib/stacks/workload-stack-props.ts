import type { PracticesData } from '../checks/practices/profiles';
import type { ICluster } from '../core/cluster';
import type { Tags } from '../core/tags';
import type { ClusterBaselineProps } from '../workload/baseline/cluster-baseline-props';
import type { StateData } from './state';

export interface WorkloadStackProps {
  /**
   * The cluster whose objects the stack holds, of another stack. Region, site, protection, tags and state come from that
   * stack. Another cluster creates everything anew there **and forgets what is in the old one**.
   * @throws InputError `no-cloud-stack`, `cluster-in-workload-stack`
   */
  readonly cluster: ICluster;
  /**
   * Over which address of the API server the stack is applied. Left out, it is the one that the credential names: the
   * public one where there is one, else the private one. Changed in place.
   * @default the one of the credential
   * @throws InputError `api-server-private` for `public` on a private cluster; `api-server-unknown` where an imported
   *   cluster does not say its addresses
   */
  readonly apiServer?: 'private' | 'public';
  /**
   * How long the credential of a plan or an apply is valid, in minutes, 15 to 4320. A saved plan that is applied later
   * than that is refused by the cluster. Changed in place.
   * @default 60
   * @throws InputError `number-invalid`
   */
  readonly credentialMinutes?: number;
  /**
   * Tags of cloud resources in the stack; one of the same key wins over that of the cluster's stack. Changed in place.
   * @default those of the cluster's stack
   * @throws InputError `tag-invalid`
   */
  readonly tags?: Tags;
  /**
   * Where Terraform keeps the state of this stack.
   * @default the kind of state that the cluster's stack has, under a key of this stack's own
   * @throws InputError `state-invalid`
   */
  readonly state?: StateData;
  /**
   * Against which practices of the field the objects of the stack are held when it is synthesised. Changes nothing in the
   * Terraform.
   * @default those of the cluster's stack
   * @throws InputError `choice-invalid`
   */
  readonly practices?: PracticesData;
  /**
   * What exists once in a cluster. The first stack of a cluster makes it; `false` leaves it to another stack, or to another
   * program.
   * @default {} in the first stack of the cluster, false in the others
   * @throws InputError `baseline-duplicate` when two stacks of a cluster are asked for one
   */
  readonly baseline?: ClusterBaselineProps | false;
}

/** What a workload stack does when a prop is left out. */
export const WORKLOAD_STACK_DEFAULTS = Object.freeze({ credentialMinutes: 60 });
