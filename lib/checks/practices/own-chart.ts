import type { Attributes } from '../../core/written/written';

/** Whether a release is of the library's own chart, which brings the objects in its values and nothing else. */
export const isOwnChart = ({ chart }: Attributes): boolean =>
  typeof chart === 'string' && /(?:^|\/)objects-chart(?:\/|$)/.test(chart);
