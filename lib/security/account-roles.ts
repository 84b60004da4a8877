import type { RoleNeeded } from '../core/roles';

/** A role that ACK assumes in the account, and the system policy that says what it may do there. */
export interface AckRole {
  readonly name: string;
  /** The service that assumes it. */
  readonly service: string;
  readonly policy: string;
}

/** Roles that another service than ACK itself assumes. */
const TRUSTED: Readonly<Record<string, string>> = Object.freeze({
  AliyunOOSLifecycleHook4CSRole: 'oos.aliyuncs.com',
});

/** Who assumes a role of ACK, and its system policy, which is named after it. */
export function ackRole({ name }: Pick<RoleNeeded, 'name'>): AckRole {
  return { name, service: TRUSTED[name] ?? 'cs.aliyuncs.com', policy: `${name}Policy` };
}

/** The trust policy of a role that one service assumes. */
export function trustPolicy(service: string): string {
  return JSON.stringify({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: [service] } }],
    Version: '1',
  });
}
