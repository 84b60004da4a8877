import { App, TerraformVariable } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import type { AlertContactsProps } from '../../lib/monitoring/alert-contacts-props';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';

export const aStack = (name = 'shop', site?: 'cn' | 'intl', app = new App()) =>
  new CloudStack(app, name, { region: 'cn-hangzhou', site });

export const aNetwork = (stack: CloudStack) =>
  new Network(stack, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });

/** A cluster of each kind that is made of nothing but a network. */
export const aCluster = (stack: CloudStack) => new ManagedCluster(stack, 'cluster', { network: aNetwork(stack) });
export const aServerlessCluster = (stack: CloudStack) =>
  new ServerlessCluster(stack, 'cluster', { network: aNetwork(stack) });

/** The address of a robot, as it is to be given. */
export const anAddress = (stack: CloudStack, name = 'robot'): string =>
  new TerraformVariable(stack, name, { type: 'string', sensitive: true }).stringValue;

export const someContacts = (stack: CloudStack, props?: AlertContactsProps) =>
  new AlertContacts(stack, 'oncall', props ?? { people: { 'li-wei': { email: 'li.wei@example.com' } } });
