/** Which load the site can be put under, as plain data. Create one with {@link LoadTest}. */
export type LoadTestData =
  | ({ readonly kind: 'site-image' } & LoadShape)
  | ({ readonly kind: 'k6'; readonly image: string } & LoadShape)
  | { readonly kind: 'none' };

/** How much load for how long. */
export interface LoadShape {
  /** Visitors at the same time at the end, 10 to 10000. */
  readonly users: number;
  /** Minutes, 1 to 120; each adds the same number of visitors. */
  readonly minutes: number;
}

/** A thousand visitors at the end of ten minutes, a tenth of them more in each. */
export const LOAD_DEFAULTS: LoadShape = Object.freeze({ users: 1000, minutes: 10 });

/** The ways to put the site under load. Nothing of it runs by itself: `kubectl create job --from=cronjob/load-test now`. */
export const LoadTest = Object.freeze({
  /** By `ab`, which is in the site's own image: steps of a minute each. */
  withSiteImage: (shape: Partial<LoadShape> = {}): LoadTestData =>
    Object.freeze({ ...LOAD_DEFAULTS, ...shape, kind: 'site-image' }),
  /** By k6, whose figures say more. @param load image: k6 with a version, from a registry that the Pods reach */
  k6: (load: { readonly image: string } & Partial<LoadShape>): LoadTestData =>
    Object.freeze({ ...LOAD_DEFAULTS, ...load, kind: 'k6' }),
  /** None. */
  none: (): LoadTestData => Object.freeze({ kind: 'none' }),
});
