import { DataAlicloudAckService } from '@cdktf/provider-alicloud/lib/data-alicloud-ack-service';
import { DataAlicloudCenTransitRouterService } from '@cdktf/provider-alicloud/lib/data-alicloud-cen-transit-router-service';
import { DataAlicloudCmsService } from '@cdktf/provider-alicloud/lib/data-alicloud-cms-service';
import { DataAlicloudHbrService } from '@cdktf/provider-alicloud/lib/data-alicloud-hbr-service';
import { DataAlicloudKmsService } from '@cdktf/provider-alicloud/lib/data-alicloud-kms-service';
import { DataAlicloudLogService } from '@cdktf/provider-alicloud/lib/data-alicloud-log-service';
import { DataAlicloudNasService } from '@cdktf/provider-alicloud/lib/data-alicloud-nas-service';
import { DataAlicloudOssService } from '@cdktf/provider-alicloud/lib/data-alicloud-oss-service';
import { DataAlicloudPrivatelinkService } from '@cdktf/provider-alicloud/lib/data-alicloud-privatelink-service';
import { DataAlicloudPvtzService } from '@cdktf/provider-alicloud/lib/data-alicloud-pvtz-service';
import type { Construct } from 'constructs';

const ON = { enable: 'On' };

/** How each service is opened: a data source that acts when Terraform reads it. */
const ACTIVATIONS = Object.freeze({
  ack: (scope: Construct, id: string) => new DataAlicloudAckService(scope, id, { ...ON, type: 'propayasgo' }),
  'cen-transit-router': (scope: Construct, id: string) => new DataAlicloudCenTransitRouterService(scope, id, ON),
  cms: (scope: Construct, id: string) => new DataAlicloudCmsService(scope, id, ON),
  hbr: (scope: Construct, id: string) => new DataAlicloudHbrService(scope, id, ON),
  kms: (scope: Construct, id: string) => new DataAlicloudKmsService(scope, id, ON),
  log: (scope: Construct, id: string) => new DataAlicloudLogService(scope, id, ON),
  nas: (scope: Construct, id: string) => new DataAlicloudNasService(scope, id, ON),
  oss: (scope: Construct, id: string) => new DataAlicloudOssService(scope, id, ON),
  privatelink: (scope: Construct, id: string) => new DataAlicloudPrivatelinkService(scope, id, ON),
  pvtz: (scope: Construct, id: string) => new DataAlicloudPvtzService(scope, id, ON),
});

/** A service that an account opens once. */
export type Service = keyof typeof ACTIVATIONS;

export const SERVICES = Object.freeze(Object.keys(ACTIVATIONS) as Service[]);

/** Opens a service for the account; it costs nothing until it is used. */
export function activate(scope: Construct, service: Service): void {
  ACTIVATIONS[service](scope, `activate-${service}`);
}
