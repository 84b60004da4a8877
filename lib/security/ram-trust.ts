import type { RrsaProvider } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import type { PolicyDocument } from './ram-policy-document';

/** A service account of a cluster, by its names. */
export interface AccountName {
  readonly namespace: string;
  readonly name: string;
}

/** Who may take a RAM role, as plain data. Create one with {@link Trust}. */
export type TrustData =
  | { readonly kind: 'service-accounts'; readonly provider: RrsaProvider; readonly accounts: readonly AccountName[] }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'accounts'; readonly accountIds: readonly string[] };

/** Who may take a RAM role. */
export const Trust = Object.freeze({
  /**
   * Pods that run as one of these service accounts of one cluster (RRSA). Each is named exactly: no other account of the
   * cluster can take the role.
   */
  serviceAccounts: (provider: RrsaProvider, ...accounts: readonly AccountName[]): TrustData =>
    Object.freeze({ kind: 'service-accounts', provider, accounts: Object.freeze([...accounts]) }),
  /** A service of Alibaba Cloud, such as `ecs.aliyuncs.com` for instances and ECI. */
  service: (service: string): TrustData => Object.freeze({ kind: 'service', service }),
  /** RAM users of whole accounts, by the accounts' ids: each account decides which of its users. */
  accounts: (...accountIds: readonly string[]): TrustData =>
    Object.freeze({ kind: 'accounts', accountIds: Object.freeze([...accountIds]) }),
});

/** The one audience that Alibaba Cloud takes tokens of service accounts for. */
const AUDIENCE = 'sts.aliyuncs.com';

/** The trust policy of a role. */
export function trustDocument(trust: TrustData): PolicyDocument {
  return { Version: '1', Statement: [statement(trust)] };
}

function statement(trust: TrustData) {
  const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' };
  if (trust.kind === 'service') {
    return { ...assume, Principal: { Service: [trust.service] } };
  }
  if (trust.kind === 'accounts') {
    return { ...assume, Principal: { RAM: trust.accountIds.map((id) => `acs:ram::${id}:root`) } };
  }
  const subjects = trust.accounts.map(({ namespace, name }) => `system:serviceaccount:${namespace}:${name}`);
  const equal = { 'oidc:iss': [trust.provider.issuer], 'oidc:aud': [AUDIENCE], 'oidc:sub': subjects };
  return { ...assume, Principal: { Federated: [trust.provider.providerArn] }, Condition: { StringEquals: equal } };
}

/** Problems with a trust. */
export function trustProblems(trust: TrustData): Problem[] {
  if (trust.kind === 'service') {
    return serviceProblems(trust.service);
  }
  const members = trust.kind === 'accounts' ? trust.accountIds : trust.accounts;
  if (members.length === 0) {
    const fix = trust.kind === 'accounts' ? "write Trust.accounts('1234567890123456')" : 'name a service account';
    return [{ code: 'list-empty', what: 'trust names nobody', value: members, fix }];
  }
  return trust.kind === 'accounts' ? trust.accountIds.flatMap(accountIdProblems) : trust.accounts.flatMap(wildProblems);
}

function serviceProblems(service: string): Problem[] {
  if (isToken(service) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.aliyuncs\.com$/.test(service)) {
    return [];
  }
  const what = `trust in ${quote(service)}, which is no service of Alibaba Cloud`;
  return [{ code: 'choice-invalid', what, value: service, fix: "write Trust.service('ecs.aliyuncs.com')" }];
}

function accountIdProblems(id: string): Problem[] {
  if (isToken(id) || /^\d{10,20}$/.test(id)) {
    return [];
  }
  const what = `trust in the account ${quote(id)}, which is not 10 to 20 digits`;
  return [{ code: 'resource-id-invalid', what, value: id, fix: "write Trust.accounts('1234567890123456')" }];
}

/** A name with a wildcard would let in other accounts of the cluster. */
function wildProblems({ namespace, name }: AccountName): Problem[] {
  const wild = [namespace, name].find((part) => !isToken(part) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(part));
  if (wild === undefined) {
    return [];
  }
  const what = `trust in the service account ${quote(`${namespace}:${name}`)}, which is no name of one account`;
  return [{ code: 'kubernetes-name', what, value: wild, fix: "write { namespace: 'shop', name: 'web' }" }];
}
