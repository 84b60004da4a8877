import { CloudStack, ManagedCluster, Network } from 'alicloud-constructs';
import { App } from 'cdktf';

export const nothing = [App, CloudStack, ManagedCluster, Network];
