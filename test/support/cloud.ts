import { Testing } from 'cdktf';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';

/** A stack `shop` in Hangzhou, in an App of its own. */
export function aCloud(props: Partial<CloudStackProps> = {}): CloudStack {
  return new CloudStack(Testing.app(), 'shop', { region: 'cn-hangzhou', ...props });
}
