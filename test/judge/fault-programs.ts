import type { App } from 'cdktf';
import { EXAMPLES } from '../../examples/main';

/** Programs that have to end well after a fault at every change; an architecture joins them by its example. */
const NAMES = [
  'wordpress-on-eci-burst',
  'wordpress-on-serverless',
  'jenkins-on-kubernetes',
  'managed-cluster',
  'three-cluster-kinds',
];

export const FAULT_PROGRAMS: Readonly<Record<string, (app: App) => void>> = Object.fromEntries(
  NAMES.map((name) => [name, EXAMPLES[name]!] as const),
);
