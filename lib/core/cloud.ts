import type { IConstruct } from 'constructs';
import { reject } from './errors';
import type { Tags } from './tags';

/** What a stack tells the constructs in it. */
export interface Cloud {
  /** Name of the stack: folder, state and prefix of every physical name. */
  readonly stackName: string;
  /** Path of the stack in the tree. */
  readonly stackPath: string;
  /** Alibaba Cloud region id, such as `cn-hangzhou`. */
  readonly region: string;
  /** The kind of account: the China site or the international site. */
  readonly site: Site;
  /** Whether what the stack holds must survive a mistake, or be easy to throw away. */
  readonly protection: Protection;
  /** Tags that every resource of the stack carries. */
  readonly tags?: Tags;
}

/** `cn` buys on the China site (aliyun.com), `intl` on the international site (alibabacloud.com). */
export type Site = 'cn' | 'intl';

/**
 * `production` turns deletion protection on and keeps data on delete; `sandbox` lets everything be destroyed. To tear
 * down, apply the stack once with `sandbox`, then destroy it.
 */
export type Protection = 'production' | 'sandbox';

const CLOUD = Symbol.for('alicloud-constructs/Cloud');

/** Brands a stack with what its constructs may ask. */
export function provideCloud(stack: IConstruct, cloud: Cloud): void {
  Object.defineProperty(stack, CLOUD, { value: Object.freeze({ ...cloud }) });
}

/** Has what is made below a scope from now on protected otherwise than the rest of its stack. */
export function protectOtherwise(scope: IConstruct, protection: Protection): void {
  const cloud = cloudOf(scope);
  if (cloud.protection !== protection) {
    provideCloud(scope, { ...cloud, protection });
  }
}

/** The cloud facts of a stack itself; `undefined` for any other construct. */
export function tryCloudOf(construct: IConstruct): Cloud | undefined {
  return (construct as { [CLOUD]?: Cloud })[CLOUD];
}

/**
 * Region, site, protection and name of the stack that holds a construct.
 *
 * @throws InputError `no-cloud-stack` when no scope is a `CloudStack`
 */
export function cloudOf(construct: IConstruct): Cloud {
  let at: IConstruct | undefined = construct;
  while (at) {
    const cloud = tryCloudOf(at);
    if (cloud) {
      return cloud;
    }
    at = at.node.scope;
  }
  reject(construct, [
    {
      code: 'no-cloud-stack',
      what: 'this construct is in no CloudStack, so its region and protection are unknown',
      fix: "create it in new CloudStack(app, 'name', { region: 'cn-hangzhou' })",
    },
  ]);
  throw new Error('unreachable');
}
