import { LocalBackend, OssBackend, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, word } from '../core/forms';

/** Where a stack keeps its Terraform state. Create one with {@link State}. */
export type StateData = { readonly kind: 'local' } | ({ readonly kind: 'oss' } & OssState);

/** A bucket and a lock table for Terraform state, both made beforehand. */
export interface OssState {
  /** Existing OSS bucket; private and versioned. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /** Lock that keeps two applies apart; required, since OSS itself does not lock. */
  readonly lock: {
    /** Tablestore endpoint, such as `https://acme-tf.cn-hangzhou.ots.aliyuncs.com`. */
    readonly endpoint: string;
    /** Table with the primary key `LockID` of type String. */
    readonly table: string;
  };
  /**
   * Folder in the bucket; the object is `<prefix>/<stack name>.tfstate`.
   * @default "terraform"
   */
  readonly prefix?: string;
}

/** The choices of a state backend. */
export const State = Object.freeze({
  /** A file in the folder that holds `cdktf.out`: fine for one person, lost with the machine. */
  local: (): StateData => Object.freeze({ kind: 'local' }),
  /** An object in OSS: private, encrypted, locked, one per stack. */
  oss: (state: OssState): StateData => Object.freeze({ kind: 'oss', ...state }),
});

/** Folder of `cdktf.out`, seen from the folder of a stack in it; relative, so that output is the same everywhere. */
const PROJECT_FROM_STACK = '../../..';

const STATE_OF = Symbol.for('alicloud-constructs/state');

/** Where a stack of this library keeps its state; `undefined` for any other construct. */
export function tryStateOf(stack: IConstruct): StateData | undefined {
  return (stack as { [STATE_OF]?: StateData })[STATE_OF];
}

/** Gives the stack its own backend; its key derives from the stack's name, so no two stacks meet. */
export function writeBackend(stack: TerraformStack, state: StateData): void {
  const name = stack.node.id;
  Object.defineProperty(stack, STATE_OF, { value: state });
  if (state.kind === 'local') {
    new LocalBackend(stack, { path: `${PROJECT_FROM_STACK}/terraform.${name}.tfstate` });
    return;
  }
  new OssBackend(stack, {
    bucket: state.bucket,
    region: state.region,
    prefix: state.prefix ?? 'terraform',
    key: `${name}.tfstate`,
    acl: 'private',
    encrypt: true,
    tablestoreEndpoint: state.lock.endpoint,
    tablestoreTable: state.lock.table,
  });
}

const STATE = choiceOf(
  { local: {}, oss: { bucket: any, region: any, lock: any, prefix: word } },
  'State.local(), State.oss({ bucket, region, lock })',
);

/** Problems with a state choice: every part of an OSS state is needed. */
export function stateProblems(state: StateData): Problem[] {
  const wrong = STATE('state', state);
  if (wrong.length > 0 || state.kind === 'local') {
    return wrong;
  }
  const parts: [string, unknown, string][] = [
    ['bucket', state.bucket, '"acme-terraform"'],
    ['region', state.region, '"cn-hangzhou"'],
    ['lock.endpoint', state.lock?.endpoint, '"https://acme-tf.cn-hangzhou.ots.aliyuncs.com"'],
    ['lock.table', state.lock?.table, '"terraform_lock"'],
  ];
  return parts
    .filter(([, value]) => typeof value !== 'string' || value.trim() === '')
    .map(([part, value, example]) => ({
      code: 'state-invalid' as const,
      what: `state.${part} ${quote(value)} is missing; without it the state would be lost, shared or unlocked`,
      value,
      fix: `write State.oss({ ..., ${part}: ${example} })`,
    }));
}
