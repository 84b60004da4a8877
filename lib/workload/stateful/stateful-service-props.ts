import type { Resolved } from '../../core/defaults';
import { any, choiceOf, flag, type Forms, mapOf, needed, object, text, word } from '../../core/forms';
import { Disruption, DISRUPTION_FORM, type DisruptionData } from '../disruption';
import { POD_FORMS, PROBE_FORM } from '../pod/pod-forms';
import { POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { ProbeAsk } from '../pod/probe';
import { Spread, SPREAD_FORM, type SpreadChoice } from '../spread';
import { CLAIM_FORMS, type ClaimAsk } from '../volumes/persistent-claim';
import { StatefulUpdate, type StatefulUpdateData } from './stateful-update';

/** A volume of every member's own, and where the application sees it. */
export interface MemberClaim extends ClaimAsk {
  /** Absolute path in the application's container. Replaces the Pods. */
  readonly path: string;
  /** Directory of the volume that is mounted instead of its root, which on a disk holds `lost+found`. @default the root */
  readonly subPath?: string;
}

/** What becomes of the members' claims. */
export interface ClaimRetention {
  /** When the set is deleted. @default "keep" - and the volumes are paid for until somebody deletes the claims */
  readonly whenDeleted?: 'keep' | 'delete';
  /** When there are fewer members. @default "keep" - a member that comes back finds its data */
  readonly whenScaled?: 'keep' | 'delete';
}

/** Props of a stateful service: the Pods', and these. */
export interface StatefulServiceProps extends PodProps {
  /** How many members there are, 0 to 1000. Changed in place. */
  readonly replicas: number;
  /** Port that the application listens on, 1 to 65535. Replaces the Pods. */
  readonly port: number;
  /** Further TCP ports by name, such as `{ metrics: 9090 }`. @default none */
  readonly ports?: Readonly<Record<string, number>>;
  /**
   * Volumes of each member's own, by name: `{ data: { path: '/var/lib/app', size: '100Gi' } }`. Create-only: Kubernetes
   * refuses to change them, and a replaced set would end every member at once, so a change here is not compared. Grow
   * the claims themselves (`<name>-<set>-0`, ...), and write the new size here for members to come.
   * @default none
   */
  readonly claims?: Readonly<Record<string, MemberClaim>>;
  /** What becomes of the claims. Changed in place. Kubernetes 1.27 or later. @default both are kept */
  readonly claimRetention?: ClaimRetention;
  /**
   * Whether members start and end one after the other, each waiting for the one before it to be ready, or all at once.
   * Replaces the set; its claims stay.
   * @default "one-by-one"
   */
  readonly order?: 'one-by-one' | 'parallel';
  /** How members give way to new ones. Changed in place. @default StatefulUpdate.rolling() */
  readonly update?: StatefulUpdateData;
  /** Path that answers 200 to 399 when a member is well. @default none: the probes look whether the port takes connections */
  readonly health?: string;
  /** Whether a member has started. @default by `health`, within 150 s */
  readonly startup?: ProbeAsk;
  /** Whether it can take requests. @default by `health`, every 5 s, 3 bad answers */
  readonly readiness?: ProbeAsk;
  /** Whether it must be restarted. @default by `health`, after a bad minute */
  readonly liveness?: ProbeAsk;
  /** How the members keep apart. Replaces the Pods. @default Spread.preferred() */
  readonly spread?: SpreadChoice;
  /**
   * How many members may be taken away at once on purpose. Replaces the budget, and for that moment nothing is kept; the
   * members stay.
   * @default Disruption.maxUnavailable(1)
   */
  readonly disruption?: DisruptionData;
  /** Whether an apply ends only when every member is ready (30 minutes at most). @default true; never with `onDelete` */
  readonly waitForRollout?: boolean;
  /** Name of all objects, 1 to 52 characters. Replaces them; the claims are named after it. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the StatefulSet that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`. Services and budget are parts, see `Adopt.parts`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a stateful service has when a prop is left out. */
export const STATEFUL_SERVICE_DEFAULTS = Object.freeze({
  ...POD_DEFAULTS,
  ports: Object.freeze({}) as Readonly<Record<string, number>>,
  claims: Object.freeze({}) as Readonly<Record<string, MemberClaim>>,
  order: 'one-by-one' as 'one-by-one' | 'parallel',
  update: StatefulUpdate.rolling(),
  spread: Spread.preferred(),
  disruption: Disruption.maxUnavailable(1),
  waitForRollout: true,
});

/** Props of a stateful service with every default in place. */
export type ResolvedStatefulService = Readonly<Resolved<StatefulServiceProps, typeof STATEFUL_SERVICE_DEFAULTS>>;

export const STATEFUL_SERVICE_FORMS: Forms<StatefulServiceProps> = {
  ...POD_FORMS,
  replicas: needed(any, '3'),
  port: needed(any, '8080'),
  ports: mapOf(any),
  claims: mapOf(object<MemberClaim>({ ...CLAIM_FORMS, path: needed(text, '"/data"'), subPath: text })),
  claimRetention: object<ClaimRetention>({ whenDeleted: any, whenScaled: any }),
  order: any,
  update: choiceOf(
    { rolling: { partition: any, minReadySeconds: any }, 'on-delete': {} },
    'StatefulUpdate.rolling(), StatefulUpdate.onDelete()',
  ),
  health: any,
  startup: PROBE_FORM,
  readiness: PROBE_FORM,
  liveness: PROBE_FORM,
  spread: SPREAD_FORM,
  disruption: DISRUPTION_FORM,
  waitForRollout: flag,
  name: any,
  adopt: word,
};
