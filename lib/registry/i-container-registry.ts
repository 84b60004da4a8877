import type { IConstruct } from 'constructs';
import type { IAddonHost } from '../cluster/addons/add-addon';
import type { ICluster } from '../core/cluster';
import type { IGrantee } from '../core/grantee';
import type { INetwork } from '../core/network';
import type { RegistryNamespaceProps, RegistryRepositoryProps } from './registry-parts-props';

/** Whose Pods pull without a password. */
export interface ImagePull {
  /** Namespaces of the cluster, at least one, or `all`. */
  readonly namespaces: readonly string[] | 'all';
  /** Service accounts of these namespaces. @default "all" */
  readonly serviceAccounts?: readonly string[] | 'all';
  /** Further registries that the same Pods pull from: a cluster has one list. @default none */
  readonly also?: readonly IContainerRegistry[];
}

/** A registry of images (Container Registry Enterprise), created here or existing. */
export interface IContainerRegistry extends IConstruct {
  /** Id of the instance, `cri-...`. */
  readonly instanceId: string;
  /** Name of the instance, the first part of its addresses. */
  readonly registryName: string;
  readonly region: string;
  /** Address in networks that were let in, such as `acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com`. */
  readonly privateDomain: string;
  /** Address on the internet, such as `acme-registry.cn-hangzhou.cr.aliyuncs.com`; answers after `openToInternet`. */
  readonly publicDomain: string;
  /**
   * Lets a network of the same region pull and push over its own addresses: creates `alicloud_cr_vpc_endpoint_linked_vpc`
   * in the network's stack, with the record that leads there. How many networks an
   * instance takes is a quota of its edition. Asking twice changes nothing.
   *
   * @throws InputError `registry-region`, `vswitch-missing`
   */
  allowFrom(network: INetwork): void;
  /**
   * Lets Pods of a cluster pull private images without a password, and its network in: installs the component
   * `aliyun-acr-credential-helper`, which puts short-lived credentials into the service accounts. In the cluster's stack.
   *
   * @throws InputError `registry-region`, `cluster-kind` on dedicated clusters, `addon-duplicate` when asked for twice
   */
  allowPull(cluster: ICluster & IAddonHost, pull: ImagePull): void;
  /** Lets somebody pull every image. */
  grantPull(grantee: IGrantee): void;
  /** Lets somebody pull and push every image. */
  grantPush(grantee: IGrantee): void;
}

/** A namespace of a registry: what images of one team or one purpose are kept in. */
export interface IRegistryNamespace extends IConstruct {
  readonly registry: IContainerRegistry;
  /** Name within the instance. */
  readonly namespaceName: string;
  /** The address of an image of the namespace, over the private address of the registry. @throws InputError `image-tag` */
  image(repository: string, tag: string): string;
  /** Lets somebody pull the namespace's images. */
  grantPull(grantee: IGrantee): void;
  /** Lets somebody pull and push the namespace's images. */
  grantPush(grantee: IGrantee): void;
}

export type { RegistryNamespaceProps, RegistryRepositoryProps };
