import { CrEeInstance } from '@cdktf/provider-alicloud/lib/cr-ee-instance';
import { Construct } from 'constructs';
import type { IAddonHost } from '../cluster/addons/add-addon';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { any, formProblems, needed, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import type { INetwork } from '../core/network';
import { GRANTEE_FORM } from '../core/seam-forms';
import {
  CONTAINER_REGISTRY_ATTRIBUTES_FORMS,
  CONTAINER_REGISTRY_DEFAULTS,
  CONTAINER_REGISTRY_FORMS,
  containerRegistryProblems,
  registryAttributesProblems,
  type ContainerRegistryAttributes,
  type ContainerRegistryProps,
} from './container-registry-props';
import type { IContainerRegistry, ImagePull } from './i-container-registry';
import { letPull, linkNetwork, openToInternet, type RegistryFromInternet } from './registry-access';
import { RegistryNamespace } from './registry-namespace';
import type { RegistryNamespaceProps } from './registry-parts-props';
import { imagePermissions } from './registry-permissions';

const EDITIONS = Object.freeze({ basic: 'Basic', standard: 'Standard', advanced: 'Advanced', economy: 'Economy' });
const SCANNERS = Object.freeze({ trivy: 'ACR', 'security-center': 'SAS', none: 'DISABLE' });

/** What was decided when the instance was bought, and what the provider does not read back. */
const BOUGHT = Object.freeze([
  'default_oss_bucket',
  'image_scanner',
  'payment_type',
  'period',
  'renew_period',
  'renewal_status',
]);

const INTERNET_FORMS: Forms<RegistryFromInternet> = { allow: needed(any, '["203.0.113.7/32"]') };

/** What registries can do, created here or existing. */
abstract class Registry extends Construct implements IContainerRegistry {
  abstract readonly instanceId: string;
  abstract readonly registryName: string;
  abstract readonly region: string;

  get privateDomain(): string {
    return `${this.registryName}-registry-vpc.${this.region}.cr.aliyuncs.com`;
  }

  get publicDomain(): string {
    return `${this.registryName}-registry.${this.region}.cr.aliyuncs.com`;
  }

  /** Adds a namespace, whose id in the tree is its name. @throws InputError `name-invalid` */
  addNamespace(name: string, props?: RegistryNamespaceProps): RegistryNamespace {
    return new RegistryNamespace(this, name, props);
  }

  allowFrom(network: INetwork): void {
    linkNetwork(this, network);
  }

  allowPull(cluster: ICluster & IAddonHost, pull: ImagePull): void {
    letPull(this, cluster, pull);
  }

  grantPull(grantee: IGrantee): void {
    reject(this, GRANTEE_FORM('grantee', grantee));
    grantee.allow(this, imagePermissions('pull', this.instanceId, '*'));
  }

  grantPush(grantee: IGrantee): void {
    reject(this, GRANTEE_FORM('grantee', grantee));
    grantee.allow(this, imagePermissions('push', this.instanceId, '*'));
  }
}

/**
 * A registry of images: Container Registry Enterprise, reached from networks that are let in and from nowhere else.
 *
 * Creates `alicloud_cr_ee_instance`, bought for months in advance, since Alibaba Cloud sells it no other way; images are
 * billed as objects of OSS. A password for people is set in the console; clusters and roles of this program need none.
 *
 * Whoever reads the plan: what was bought (months, renewal, scanner) is decided once and not compared afterwards.
 *
 * @throws InputError `name-invalid`, `registry-edition`, `choice-invalid`, `number-invalid`, `resource-id-invalid`
 */
export class ContainerRegistry extends Registry {
  readonly resource: CrEeInstance;
  readonly instanceId: string;
  readonly registryName: string;
  readonly region: string;

  constructor(scope: Construct, id: string, props: ContainerRegistryProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, CONTAINER_REGISTRY_FORMS));
    const p = withDefaults(props, CONTAINER_REGISTRY_DEFAULTS);
    const { region, site } = cloudOf(this);
    reject(this, containerRegistryProblems(p, site));
    this.registryName = p.name;
    this.region = region;
    this.resource = new CrEeInstance(this, 'Resource', {
      instanceName: p.name,
      instanceType: EDITIONS[p.edition],
      imageScanner: SCANNERS[p.scanner],
      defaultOssBucket: 'true',
      paymentType: 'Subscription',
      period: p.billing.months,
      renewalStatus: p.billing.renew ? 'AutoRenewal' : 'ManualRenewal',
      renewPeriod: p.billing.renew ? 1 : undefined,
      timeouts: { create: '20m', update: '20m', delete: '20m' },
      lifecycle: { ignoreChanges: [...BOUGHT] },
    });
    adopt(this.resource, p.adopt);
    this.instanceId = this.resource.id;
  }

  /** A registry that exists; creates nothing. @throws InputError `name-invalid`, `resource-id-invalid` */
  static fromAttributes(scope: Construct, id: string, attributes: ContainerRegistryAttributes): ImportedRegistry {
    return new ImportedRegistry(scope, id, attributes);
  }

  /**
   * Lets known ranges of the internet pull and push, with what RAM allows them: builders outside of Alibaba Cloud. Creates
   * `alicloud_cr_internet_endpoint`.
   *
   * @throws InputError `list-empty`, `cidr-invalid`, `registry-open`
   */
  openToInternet(internet: RegistryFromInternet): void {
    reject(this, formProblems(internet, INTERNET_FORMS));
    openToInternet(this, internet);
  }
}

/** A registry that exists. */
export class ImportedRegistry extends Registry {
  readonly instanceId: string;
  readonly registryName: string;
  readonly region: string;

  constructor(scope: Construct, id: string, attributes: ContainerRegistryAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, CONTAINER_REGISTRY_ATTRIBUTES_FORMS));
    reject(this, registryAttributesProblems(attributes));
    this.instanceId = attributes.instanceId;
    this.registryName = attributes.name;
    this.region = attributes.region ?? cloudOf(this).region;
  }
}
