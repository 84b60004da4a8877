import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { IContainerRegistry } from '../../registry/i-container-registry';

/** The private address of Container Registry: of the Personal Edition of before and of now, or with a name of the Enterprise Edition before it. */
const PRIVATE =
  /^(?:(?:[a-z0-9-]+-)?registry-vpc|crpi-[a-z0-9]+-vpc)\.([a-z0-9-]+)\.(?:personal\.)?(?:cr\.)?aliyuncs\.com$/;

/** What a region looks like; what does not is said of the stack. */
const REGION = /^[a-z]{2}-[a-z]+/;

/** Any address of Container Registry. */
const OURS = /(?:^|[.-])(?:registry|crpi)[a-z0-9-]*\.[a-z0-9-]+(?:\.personal)?\.(?:cr\.)?aliyuncs\.com$/;

/** Addresses of the Enterprise Edition: each network, and each address of the internet, is let in by hand. */
const ENTERPRISE = /^(?!crpi-)[a-z0-9-]+-registry(?:-vpc)?\.[a-z0-9-]+\.cr\.aliyuncs\.com$/;

/** Instances of the Personal Edition that were created since 9 September 2024 have a name of their own, and hand out no passwords for an hour. */
const PERSONAL_OF_NOW = /^crpi-[a-z0-9-]+\.[a-z0-9-]+\.personal\.cr\.aliyuncs\.com$/;

/** The registry that an image is in. */
export function registryOf(image: string): string {
  return image.split('/')[0]!;
}

/** Problem with an image whose private address is that of another region, which the network does not reach. */
export function imageProblems(image: string, region: string, at: string): Problem[] {
  const found = isToken(image) ? undefined : PRIVATE.exec(registryOf(image))?.[1];
  const what = `${at}image ${quote(image)} is at a private address of ${found}, which networks of ${region} do not reach`;
  const fix = `write the address in ${region}, where a copy of it is`;
  return found === undefined || found === region || !REGION.test(region)
    ? []
    : [{ code: 'registry-region', what, value: image, fix }];
}

/** What to say of how an image is pulled; `undefined` where the Pods pull it by their own role. */
export function pullText(name: string, image: string, registry: IContainerRegistry | undefined): string | undefined {
  if (isToken(image)) {
    return undefined;
  }
  const host = registryOf(image);
  if (!OURS.test(host)) {
    return `environments.${name} has an image of ${host}: Pods on ECI pull without a password from Container Registry only, so this one must be public`;
  }
  if (PERSONAL_OF_NOW.test(host)) {
    return `environments.${name} has an image of ${host}: instances of the Personal Edition made since 9 September 2024 let nobody pull without a password, so the repository must be public; or use the Enterprise Edition`;
  }
  return ENTERPRISE.test(host) && registry?.privateDomain !== host
    ? `environments.${name} has an image of ${host}, a registry that lets in no network by itself: write registry: ContainerRegistry.fromAttributes(...), or see to it that the network is let in`
    : undefined;
}

/** Problem with a registry that no image is of. */
export function unusedRegistryProblems(registry: IContainerRegistry, images: readonly string[]): Problem[] {
  const used = images.some((image) => isToken(image) || registryOf(image) === registry.privateDomain);
  const what = `registry "${registry.node.path}" is given, and no image is of ${registry.privateDomain}`;
  const fix = 'write image: repository.image("6.8.3") of a repository of that registry, or leave registry out';
  return used ? [] : [{ code: 'part-conflict', what, value: registry.privateDomain, fix }];
}
