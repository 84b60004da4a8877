import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import type { Construct } from 'constructs';
import { Practices, practicesProblems, providePractices, type PracticesData } from '../checks/practices/profiles';
import { provideStrictness, type Strictness } from '../checks/strictness';
import { oneOf } from '../core/checks';
import { provideCloud, type Cloud, type Protection, type Site } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject, type Problem } from '../core/errors';
import { any, formProblems, type Forms } from '../core/forms';
import { tagEverything, tagProblems, type Tags } from '../core/tags';
import { warn } from '../core/warnings';
import { CheckedStack } from './checked-stack';
import { regionProblems, unknownRegion } from './regions';
import { State, stateProblems, writeBackend, type StateData } from './state';

export interface CloudStackProps {
  /** Region id, such as `cn-hangzhou`. Everything in the stack is created there; changing it creates all anew. */
  readonly region: string;
  /**
   * Whether what the stack holds must survive a mistake. `production` turns deletion protection on and keeps logs when
   * a cluster is deleted; `sandbox` lets everything be destroyed. Changed in place, so tear-down is: apply once with
   * `sandbox`, then destroy.
   * @default "production"
   */
  readonly protection?: Protection;
  /**
   * The kind of account: `cn` for the China site (aliyun.com), `intl` for the international site. Decides what can be
   * bought.
   * @default "cn" in mainland regions, "intl" elsewhere, Hong Kong included
   */
  readonly site?: Site;
  /**
   * Tags put on every resource that can carry tags, on raw L1 resources of the stack too. A resource's own tag of the
   * same key wins. At most 20. Changed in place.
   * @default none
   */
  readonly tags?: Tags;
  /**
   * What happens when a resource of the stack, ours or a raw L1, breaks a rule of the provider's own validators (a value
   * outside its list, range, length or pattern; arguments that exclude or need each other). `error` ends the synthesis
   * before a file is written, `warn` prints it (the cloud may know a newer value than this release), `off` does not look.
   * Changes nothing in the Terraform.
   * @default "error"
   */
  readonly constraints?: Strictness;
  /**
   * Against which practices of the field the resources of the stack are held when it is synthesised; `docs/practices.md`
   * lists them. An error ends the synthesis before a file is written, a warning is printed. Changes nothing in the
   * Terraform; `suppressPractice` lets one construct be an exception.
   * @default Practices.off()
   */
  readonly practices?: PracticesData;
  /**
   * Where Terraform keeps the state of this stack.
   * @default State.local() - a file beside `cdktf.out`
   */
  readonly state?: StateData;
}

/** What a stack does when a prop is left out. */
export const CLOUD_STACK_DEFAULTS = Object.freeze({
  protection: 'production' as Protection,
  tags: Object.freeze({}) as Tags,
  constraints: 'error' as Strictness,
  practices: Practices.off(),
  state: State.local(),
});

/** Which props there are; what each may be is checked with its meaning. */
const CLOUD_STACK_FORMS: Forms<CloudStackProps> = {
  region: any,
  protection: any,
  site: any,
  tags: any,
  constraints: any,
  practices: any,
  state: any,
};

/**
 * A Terraform stack in one region of Alibaba Cloud: provider, state, tags and protection in one place. Holds what the
 * cloud provides (network, clusters, databases); objects inside a cluster go to a stack of their own.
 *
 * The id names the folder, the state and every resource in the stack, so it must be unique in the App and stay as it
 * is. Creates nothing by itself and costs nothing.
 *
 * @throws InputError for a wrong region, site, protection, tag, state or name
 */
export class CloudStack extends CheckedStack {
  readonly region: string;
  readonly site: Site;
  readonly protection: Protection;

  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id);
    reject(this, formProblems(props, CLOUD_STACK_FORMS));
    const p = withDefaults(props, { ...CLOUD_STACK_DEFAULTS, site: siteOf(props.region) });
    reject(this, problemsIn(p));
    this.region = p.region;
    this.site = p.site;
    this.protection = p.protection;
    const { region, site, protection, tags } = p;
    provideCloud(this, { stackName: id, stackPath: this.node.path, region, site, protection, tags });
    provideStrictness(this, p.constraints);
    providePractices(this, p.practices, p.protection);

    const unknown = unknownRegion(region);
    if (unknown) {
      warn(this, 'region-unknown', unknown);
    }
    new AlicloudProvider(this, 'alicloud', { region });
    writeBackend(this, p.state);
    tagEverything(this, tags);
    this.joinChecks();
  }
}

function siteOf(region: unknown): Site {
  return typeof region === 'string' && region.startsWith('cn-') && !region.startsWith('cn-hongkong') ? 'cn' : 'intl';
}

function problemsIn(
  p: Omit<Cloud, 'stackName' | 'stackPath'> & {
    tags: Tags;
    constraints: Strictness;
    practices: PracticesData;
    state: StateData;
  },
): Problem[] {
  return [
    ...regionProblems(p.region),
    ...oneOf('protection', p.protection, ['production', 'sandbox']),
    ...oneOf('site', p.site, ['cn', 'intl']),
    ...tagProblems('tags', p.tags),
    ...oneOf('constraints', p.constraints, ['error', 'warn', 'off']),
    ...practicesProblems('practices', p.practices),
    ...stateProblems(p.state),
  ];
}
