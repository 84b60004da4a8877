import { oneOf, wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';
import { quote } from '../../core/errors';

/** How the nodes of a pool are paid for, as plain data. Create one with {@link Billing}. */
export type BillingData =
  | { readonly kind: 'pay-as-you-go' }
  | ({ readonly kind: 'spot' } & SpotBilling)
  | ({ readonly kind: 'mixed' } & MixedBilling)
  | ({ readonly kind: 'subscription' } & Subscription);

/** Nodes that the cloud may take back at short notice. */
export interface SpotBilling {
  /**
   * Highest price per hour by instance type, in the account's currency; a type that is not named is taken at any price
   * up to that of pay-as-you-go.
   * @default none - the market price
   */
  readonly priceLimits?: Readonly<Record<string, number>>;
}

/** Some nodes on demand, the others from the spot market; the cheapest types first. */
export interface MixedBilling extends SpotBilling {
  /**
   * Nodes that are always on demand, 0 to 1000.
   * @default 0
   */
  readonly onDemandBase?: number;
  /** Share of on-demand nodes above the base, in percent, 0 to 100. */
  readonly onDemandPercent: number;
  /**
   * How many of the cheapest instance types spot nodes are spread over, 1 to 10.
   * @default 2
   */
  readonly spotPools?: number;
}

/** Nodes paid for ahead; they cannot be given back. */
export interface Subscription {
  /** Months that are paid for: 1, 2, 3, 6 or 12. */
  readonly months: (typeof MONTHS)[number];
  /**
   * Whether the nodes are paid for again when the time is over.
   * @default false - they stop when the time is over
   */
  readonly autoRenew?: boolean;
}

const MONTHS = Object.freeze([1, 2, 3, 6, 12] as const);

/** The ways to pay for nodes. */
export const Billing = Object.freeze({
  /** By the second, given back at any time. */
  payAsYouGo: (): BillingData => Object.freeze({ kind: 'pay-as-you-go' }),
  /** From the spot market: far cheaper, taken back with five minutes' notice. For work that can be repeated. */
  spot: (spot: SpotBilling = {}): BillingData => Object.freeze({ kind: 'spot', ...spot }),
  /** A base on demand and the rest from the spot market; when spot is sold out, on demand stands in. */
  mixed: (mixed: MixedBilling): BillingData => Object.freeze({ kind: 'mixed', ...mixed }),
  /**
   * Paid for ahead by months. **Such nodes cannot be destroyed before their time**: a `destroy` leaves them, billed.
   */
  subscription: (subscription: Subscription): BillingData => Object.freeze({ kind: 'subscription', ...subscription }),
});

/** What billing is when a prop is left out. */
export const BILLING_DEFAULTS = Object.freeze({ onDemandBase: 0, spotPools: 2 });

/** The billing attributes of a node pool; base and percentage are text in this API. */
export function billingAttributes(billing: BillingData) {
  switch (billing.kind) {
    case 'pay-as-you-go':
      return { instanceChargeType: 'PostPaid', spotStrategy: 'NoSpot', multiAzPolicy: 'BALANCE' };
    case 'spot':
      return { instanceChargeType: 'PostPaid', ...spotAttributes(billing), multiAzPolicy: 'BALANCE' };
    case 'mixed':
      return {
        instanceChargeType: 'PostPaid',
        ...spotAttributes(billing),
        multiAzPolicy: 'COST_OPTIMIZED',
        onDemandBaseCapacity: String(billing.onDemandBase ?? BILLING_DEFAULTS.onDemandBase),
        onDemandPercentageAboveBaseCapacity: String(billing.onDemandPercent),
        spotInstancePools: billing.spotPools ?? BILLING_DEFAULTS.spotPools,
        spotInstanceRemedy: true,
        compensateWithOnDemand: true,
      };
    case 'subscription':
      return {
        instanceChargeType: 'PrePaid',
        period: billing.months,
        periodUnit: 'Month',
        autoRenew: billing.autoRenew ?? false,
        autoRenewPeriod: billing.autoRenew ? billing.months : undefined,
        multiAzPolicy: 'BALANCE',
      };
  }
}

function spotAttributes({ priceLimits }: SpotBilling) {
  if (priceLimits === undefined) {
    return { spotStrategy: 'SpotAsPriceGo' };
  }
  const limits = Object.keys(priceLimits).sort();
  return {
    spotStrategy: 'SpotWithPriceLimit',
    spotPriceLimit: limits.map((instanceType) => ({ instanceType, priceLimit: String(priceLimits[instanceType]) })),
  };
}

/** Problems with the billing of a node pool of these instance types. */
export function billingProblems(billing: BillingData, instanceTypes: readonly string[]): Problem[] {
  switch (billing.kind) {
    case 'pay-as-you-go':
      return [];
    case 'spot':
      return priceProblems(billing, instanceTypes);
    case 'mixed':
      return [
        ...wholeNumber('billing.onDemandBase', billing.onDemandBase, 0, 1000, 'nodes'),
        ...wholeNumber('billing.onDemandPercent', billing.onDemandPercent ?? null, 0, 100, 'percent'),
        ...wholeNumber('billing.spotPools', billing.spotPools, 1, 10),
        ...priceProblems(billing, instanceTypes),
      ];
    case 'subscription':
      return oneOf('billing.months', billing.months ?? null, MONTHS);
  }
}

function priceProblems({ priceLimits }: SpotBilling, instanceTypes: readonly string[]): Problem[] {
  return Object.entries(priceLimits ?? {}).flatMap(([type, price]): Problem[] => {
    if (!instanceTypes.includes(type)) {
      return oneOf('billing.priceLimits', type, instanceTypes);
    }
    if (typeof price === 'number' && Number.isFinite(price) && price > 0) {
      return [];
    }
    const what = `billing.priceLimits ${quote(type)} is ${quote(price)}, not a price above 0`;
    return [{ code: 'number-invalid', what, value: price, fix: `write priceLimits: { "${type}": 0.5 }` }];
  });
}
