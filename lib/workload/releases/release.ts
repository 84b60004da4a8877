import type { EnvValue } from '../../core/pod';
import type { Ingress } from '../ingress/ingress';
import type { CanaryHeaderData } from './canary-header';

/** How the next version of a web service comes, as plain data. Create one with {@link Release}. */
export type ReleaseData = NoRelease | BatchRelease | CanaryRelease | BlueGreenRelease | ShadowRelease;

/** Any release that is under way. */
export type RunningRelease = Exclude<ReleaseData, NoRelease>;

/** Only the service's own Pods. */
export interface NoRelease {
  readonly kind: 'none';
}

/** What the next Pods have that those of the service have not. */
export interface NextVersion {
  /**
   * The next image, with a version. Every container that runs the service's own image runs this one; the rest of the Pod is
   * the service's, whatever it is given. Replaces the next Pods, never those of the service.
   * @throws `image-untagged`, `image-invalid`
   */
  readonly image: string;
  /** Variables of the application that differ. Replaces the next Pods. @default none - those of the service */
  readonly env?: Readonly<Record<string, EnvValue>>;
}

/** Props of a release in batches. */
export interface BatchReleaseProps extends NextVersion {
  /**
   * Next Pods after each batch: numbers, or percentages of the service's Pods, rounded up. They rise, and the last one is all
   * of them. Small batches are safe and slow; between two of them there are as many Pods more as the larger one brings.
   * @throws `release-steps`
   */
  readonly batches: readonly (number | string)[];
  /** How many batches are out, from 0. The line that changes from step to step; in place. */
  readonly done: number;
}

/** Props of what an Ingress decides. */
export interface RoutedReleaseProps extends NextVersion {
  /** The Ingress whose paths lead to the service. */
  readonly through: Ingress;
  /**
   * Requests with this header go to the next Pods, whatever the weight is: one of `CanaryHeader`. Changed in place.
   * @default none
   */
  readonly header?: CanaryHeaderData;
  /**
   * Requests whose cookie of this name is `always` go to the next Pods, whatever the weight is; with `never` nginx keeps them
   * away, ALB does not. Changed in place.
   * @default none
   */
  readonly cookie?: string;
}

/** Props of a canary. */
export interface CanaryReleaseProps extends RoutedReleaseProps {
  /**
   * Next Pods, from 1. Terraform keeps the number and waits for them before the Ingress changes. Raise it before the weight,
   * lower it after. Changed in place.
   * @throws `release-capacity` for fewer than the weight needs
   */
  readonly pods: number;
  /**
   * Percent of the other requests that go to the next Pods, 0 to 100; nginx takes hundredths, ALB whole numbers. The line that
   * changes from step to step; in place.
   * @default 0
   */
  readonly weight?: number;
}

/** Props of a blue-green release. */
export interface BlueGreenReleaseProps extends RoutedReleaseProps {
  /** Which Pods get the requests: those of the service, or the next ones. The line that changes; in place. */
  readonly traffic: 'stable' | 'next';
  /**
   * Next Pods; with an autoscaler also the fewest that the service keeps, so that the way back is open. Changed in place.
   * @default the most of the scale
   * @throws `release-capacity` for fewer than a fixed scale has
   */
  readonly pods?: number;
}

/** Props of a shadow. */
export interface ShadowReleaseProps extends NextVersion {
  /** The Ingress whose requests are copied; one of nginx. */
  readonly through: Ingress;
  /** Next Pods, from 1. Changed in place. */
  readonly pods: number;
  /** Whether copies have the body of the request. Changed in place. @default true */
  readonly bodies?: boolean;
}

/** The service's Pods go batch by batch behind one Service. */
export interface BatchRelease extends BatchReleaseProps {
  readonly kind: 'batches';
}

/** Some requests go to the next Pods. */
export interface CanaryRelease extends CanaryReleaseProps {
  readonly kind: 'canary';
}

/** All requests go to one of two sets. */
export interface BlueGreenRelease extends BlueGreenReleaseProps {
  readonly kind: 'blue-green';
}

/** The next Pods get copies, and nobody gets their answers. */
export interface ShadowRelease extends ShadowReleaseProps {
  readonly kind: 'shadow';
}

/**
 * How the next version of a web service comes: its Pods stand beside the service's own, in a Deployment `<name>-next` of
 * Terraform's, and one value moves the requests. Every step is one changed line, and so is the way back. In the end the
 * service is given the image, in an apply of its own, and then `Release.none()`.
 *
 * The other way is the service's own `Update.rolling()`, which goes through by itself.
 */
export const Release = Object.freeze({
  /** Only the service's own Pods. Removes the next ones: the Ingress first, which stops sending to them. */
  none: (): NoRelease => Object.freeze({ kind: 'none' }),
  /**
   * Batch by batch, with a stop after each: requests are divided by the number of Pods, behind whatever leads to the service.
   * For a fixed scale.
   */
  batches: (props: BatchReleaseProps): BatchRelease => Object.freeze({ ...given(props), kind: 'batches' }),
  /** A few requests first, by header, cookie and weight, as the Ingress decides. */
  canary: (props: CanaryReleaseProps): CanaryRelease => Object.freeze({ ...given(props), kind: 'canary' }),
  /** A second set of the full size; all requests go from one to the other, and back, at once. */
  blueGreen: (props: BlueGreenReleaseProps): BlueGreenRelease => Object.freeze({ ...given(props), kind: 'blue-green' }),
  /** The next Pods get a copy of every request; clients get answers of the service's Pods only. nginx only. */
  shadow: (props: ShadowReleaseProps): ShadowRelease => Object.freeze({ ...given(props), kind: 'shadow' }),
});

/** Props as an object even when a program without types gives none; their form is checked later. */
function given<P extends object>(props: P): P {
  return Object(props) as P;
}
