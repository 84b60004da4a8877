import type { Fault } from '../serve/faults';
import { livesInStateOnly } from '../serve/identity';

/** What may go wrong with one change. */
export type FaultKind =
  | 'refused'
  | 'throttled'
  | 'throttled-briefly'
  | 'unfinished'
  | 'answer-lost'
  | 'provider-died'
  | 'killed-before'
  | 'killed'
  | 'killed-unsaved'
  | 'interrupted';

export type FaultAction = 'create' | 'update' | 'delete';

export interface KindOfFault {
  readonly kind: FaultKind;
  /** What happens, for a report. */
  readonly what: string;
  readonly on: readonly FaultAction[];
  readonly fault: Pick<Fault, 'error' | 'halfMade' | 'throttled' | 'cut' | 'made'>;
  /** Whether the state stays as it was before the run: a remote one is not written with every object. */
  readonly unsaved?: boolean;
  /** Whether the run that is struck succeeds all the same. */
  readonly passes?: boolean;
  /** Whether a cloud has to be talked to: random values are made without one. */
  readonly ofCloud: boolean;
  /** Providers that it happens to. @default all */
  readonly providers?: readonly string[];
}

const EVERY: readonly FaultAction[] = ['create', 'update', 'delete'];

/** Every kind of fault, the mild ones first. */
export const FAULT_KINDS: readonly KindOfFault[] = Object.freeze<KindOfFault[]>([
  {
    kind: 'refused',
    what: 'the cloud refuses it, and does nothing',
    on: EVERY,
    fault: { error: 'InternalError: The request processing has failed due to some unknown error.' },
    ofCloud: true,
  },
  {
    kind: 'throttled',
    what: 'the cloud throttles it for longer than the provider asks again',
    on: EVERY,
    fault: { throttled: Number.MAX_SAFE_INTEGER },
    ofCloud: true,
    providers: ['aliyun/alicloud'],
  },
  {
    kind: 'throttled-briefly',
    what: 'the cloud throttles it, and lets it pass when the provider asks again',
    on: EVERY,
    fault: { throttled: 1 },
    passes: true,
    ofCloud: true,
    providers: ['aliyun/alicloud'],
  },
  {
    kind: 'unfinished',
    what: 'the time runs out while it is under way: a created object is there and tainted, an updated one recorded as if it had been changed',
    on: ['create', 'update'],
    fault: { error: "timeout while waiting for state to become 'Available'", halfMade: true },
    ofCloud: true,
  },
  {
    kind: 'answer-lost',
    what: 'the cloud does it, and its answer gets lost: the provider reports an error and knows no id',
    on: EVERY,
    fault: { cut: 'answer' },
    ofCloud: true,
  },
  {
    kind: 'provider-died',
    what: 'the cloud does it, and the provider dies before it tells Terraform',
    on: EVERY,
    fault: { cut: 'connection' },
    ofCloud: false,
  },
  {
    kind: 'killed-before',
    what: 'Terraform is killed (SIGKILL) before the cloud has done it',
    on: EVERY,
    fault: { cut: 'kill', made: false },
    ofCloud: false,
  },
  {
    kind: 'killed',
    what: 'the cloud does it, and Terraform is killed (SIGKILL) before it writes it down',
    on: EVERY,
    fault: { cut: 'kill' },
    ofCloud: false,
  },
  {
    kind: 'killed-unsaved',
    what: 'the same with a remote state, which Terraform writes every 20 seconds: it knows nothing of this run',
    on: ['create'],
    fault: { cut: 'kill' },
    unsaved: true,
    ofCloud: false,
  },
  {
    kind: 'interrupted',
    what: 'Ctrl-C (SIGINT) while it is under way',
    on: EVERY,
    fault: { cut: 'interrupt' },
    ofCloud: false,
  },
]);

/** The kinds that can happen to a change of a provider's. */
export const kindsFor = (action: FaultAction, provider: string): readonly KindOfFault[] =>
  FAULT_KINDS.filter(
    ({ on, ofCloud, providers }) =>
      on.includes(action) &&
      !(ofCloud && livesInStateOnly(provider)) &&
      (providers === undefined || providers.includes(provider)),
  );
