import type { Resolved } from '../core/defaults';
import type { ScaleData } from './scaling/scale';
import { Disruption, type DisruptionData } from './disruption';
import { POD_DEFAULTS, type PodProps } from './pod/pod-props';
import type { ProbeAsk } from './pod/probe';
import { Spread, type SpreadChoice } from './spread';
import { Update, type UpdateData } from './update';

/** Props of a web service: the Pods', and these. */
export interface WebServiceProps extends PodProps {
  /** Port that the application listens on, 1 to 65535. Replaces the Pods. */
  readonly port: number;
  /** Further TCP ports by name, such as `{ metrics: 9090 }`; names of 1 to 15 lower-case letters and digits. @default none */
  readonly ports?: Readonly<Record<string, number>>;
  /** Port of the Service inside the cluster, 1 to 65535. Changed in place. @default `port` */
  readonly servicePort?: number;
  /**
   * How many Pods there are: `Scale.fixed(3)`, `Scale.onCpu({...})`, ... A number is kept by Terraform; with an
   * autoscaler Terraform leaves it alone.
   */
  readonly scale: ScaleData;
  /**
   * Path that answers 200 to 399 when the application is well. Startup, readiness and liveness ask it over HTTP.
   * @default none: they look whether the port takes connections
   */
  readonly health?: string;
  /** Whether the application has started; until then the other two do not ask. @default by `health`, within 150 s */
  readonly startup?: ProbeAsk;
  /** Whether it can take requests; otherwise it gets none. @default by `health`, every 5 s, 3 bad answers */
  readonly readiness?: ProbeAsk;
  /** Whether it must be restarted; ask nothing that another system answers. @default by `health`, after a bad minute */
  readonly liveness?: ProbeAsk;
  /** How old Pods give way to new ones. Changed in place. @default Update.rolling() - 25 % more, none less */
  readonly update?: UpdateData;
  /** Seconds after which an update that makes no progress has failed, 60 to 3600. Changed in place. @default 600 */
  readonly progressDeadlineSeconds?: number;
  /** How the Pods keep apart. Replaces the Pods. @default Spread.preferred() */
  readonly spread?: SpreadChoice;
  /**
   * How many Pods may be taken away at once on purpose. Replaces the budget, and for that moment nothing is kept; the Pods
   * stay.
   * @default Disruption.maxUnavailable("10%")
   */
  readonly disruption?: DisruptionData;
  /**
   * Whether an apply ends only when every Pod is ready (20 minutes at most). Without it an apply that breaks the service
   * is green. Switch it off where a rollout controller decides when Pods are replaced.
   * @default true
   */
  readonly waitForRollout?: boolean;
  /** Name of all objects, 1 to 63 characters. Replaces them. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the Deployment that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`. Services, budget and autoscaler are parts, see `Adopt.parts`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a web service has when a prop is left out. */
export const WEB_SERVICE_DEFAULTS = Object.freeze({
  ...POD_DEFAULTS,
  ports: Object.freeze({}) as Readonly<Record<string, number>>,
  update: Update.rolling(),
  progressDeadlineSeconds: 600,
  spread: Spread.preferred(),
  disruption: Disruption.maxUnavailable('10%'),
  waitForRollout: true,
});

/** Props of a web service with every default in place. */
export type ResolvedWebService = Readonly<Resolved<WebServiceProps, typeof WEB_SERVICE_DEFAULTS>>;
