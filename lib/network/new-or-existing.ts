import { quote, type Problem } from '../core/errors';

/** Props that only a new network has, and those that only an existing one has. */
export const ONLY_NEW: readonly string[] = [
  'zones',
  'vpcCidr',
  'secondaryCidrs',
  'perZone',
  'maxNodes',
  'purposes',
  'previousPlan',
  'egress',
  'adopt',
];
export const ONLY_EXISTING: readonly string[] = ['vpcId', 'cidrs', 'vswitches', 'internet'];

/** Problems with the attributes of an existing network that ask for a new one too, as JavaScript or a spread lets them. */
export function asksForNew(attributes: object): Problem[] {
  return foreign(attributes, ONLY_NEW, 'Network.fromAttributes names an existing VPC', 'plans a new one');
}

/** Problems with the props of a new network that name an existing one too. */
export function namesExisting(props: object): Problem[] {
  return foreign(props, ONLY_EXISTING, 'new Network makes a VPC', 'names an existing one');
}

function foreign(given: object, keys: readonly string[], makes: string, other: string): Problem[] {
  return Object.entries(given)
    .filter(([key, value]) => keys.includes(key) && value !== undefined)
    .map(([key, value]) => ({
      code: 'choice-conflict' as const,
      what: `${makes}, ${key} ${quote(value)} ${other}`,
      value,
      fix: `leave ${key} out, or write ${makes.startsWith('new') ? 'Network.fromAttributes' : 'new Network'}(...)`,
    }));
}
