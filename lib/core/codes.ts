import { ACCESS_CODES } from './codes/access';
import { ADDONS_CODES } from './codes/addons';
import { ARCHITECTURES_CODES } from './codes/architectures';
import { CLUSTER_CODES } from './codes/cluster';
import { CONSTRAINTS_CODES } from './codes/constraints';
import { DATABASE_CODES } from './codes/database';
import { DELIVERY_CODES } from './codes/delivery';
import { GENERAL_CODES } from './codes/general';
import { KINDS_CODES } from './codes/kinds';
import { NETWORK_CODES } from './codes/network';
import { REGISTRY_CODES } from './codes/registry';
import { PRACTICES_CODES } from './codes/practices';
import { INGRESS_CODES } from './codes/ingress';
import { JENKINS_CODES } from './codes/jenkins';
import { MONITORING_CODES } from './codes/monitoring';
import { PLATFORM_CODES } from './codes/platform';
import { RELEASES_CODES } from './codes/releases';
import { SCALING_CODES } from './codes/scaling';
import { SIZING_CODES } from './codes/sizing';
import { STORAGE_CODES } from './codes/storage';
import { WORKLOAD_CODES } from './codes/workload';

/**
 * Every code an error or a warning of this library can have, with its meaning in English and Chinese. A code never
 * changes its meaning; `docs/errors.md` is checked against this table.
 */
export const CODES = {
  ...GENERAL_CODES,
  ...NETWORK_CODES,
  ...CLUSTER_CODES,
  ...CONSTRAINTS_CODES,
  ...DATABASE_CODES,
  ...STORAGE_CODES,
  ...REGISTRY_CODES,
  ...ADDONS_CODES,
  ...ACCESS_CODES,
  ...SIZING_CODES,
  ...DELIVERY_CODES,
  ...WORKLOAD_CODES,
  ...KINDS_CODES,
  ...SCALING_CODES,
  ...INGRESS_CODES,
  ...JENKINS_CODES,
  ...MONITORING_CODES,
  ...PLATFORM_CODES,
  ...RELEASES_CODES,
  ...ARCHITECTURES_CODES,
  ...PRACTICES_CODES,
} as const;

/** A stable code of an error or a warning. */
export type Code = keyof typeof CODES;
