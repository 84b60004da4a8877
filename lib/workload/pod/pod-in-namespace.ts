import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { INamespace } from '../../core/workload';
import { farImage, imageName, imageProblems, isVpcImage } from './image';
import type { ResolvedPod } from './pod-props';

/** A namespace that lets only restricted Pods in refuses those that may run as root: the workload would have none. */
export function podSecurityProblems(
  { user }: Pick<ResolvedPod, 'user'>,
  { namespaceName, podSecurity }: INamespace,
): Problem[] {
  if (podSecurity !== 'restricted' || user.kind === 'restricted') {
    return [];
  }
  const what = `user ${user.kind === 'root' ? 'root is' : 'ofImage may be'} root, and namespace ${quote(namespaceName)} lets only "restricted" Pods in`;
  const fix = "write user: ContainerUser.restricted({ uid: 10001 }), or podSecurity: 'baseline' on the Namespace";
  return [{ code: 'pod-security', what, value: user.kind, fix }];
}

/** Images of the containers of a Pod. */
function imagesOf({
  image,
  sidecars,
  initContainers,
}: Pick<ResolvedPod, 'image' | 'sidecars' | 'initContainers'>): string[] {
  return [image, ...sidecars.map((one) => one.image), ...initContainers.map((one) => one.image)];
}

/** An image on the internet never arrives in a network without a way out. */
export function imageSourceProblems(
  p: Pick<ResolvedPod, 'image' | 'sidecars' | 'initContainers'>,
  { network }: ICluster,
): Problem[] {
  if (network.internet !== false) {
    return [];
  }
  return imagesOf(p)
    .filter((image) => !isToken(image) && imageProblems('image', image).length === 0 && needsInternet(image))
    .map((image) => ({
      code: 'image-egress' as const,
      what: `image ${quote(image)} is on the internet, which network "${network.node.path}" has no way to`,
      value: image,
      fix: `write image: "registry-vpc.${network.region}.aliyuncs.com/<namespace>/<name>:<tag>", give the network a NatGateway, or say internet: true of an existing one`,
    }));
}

/** Only the registries that we know by name: a private one may well be in the VPC, or behind a line of its own. */
function needsInternet(image: string): boolean {
  const { registry } = imageName(image);
  const acr = /^registry\.[a-z0-9-]+\.aliyuncs\.com$|\.cr\.aliyuncs\.com$/.test(registry);
  return !isVpcImage(image) && (acr || PUBLIC.test(registry));
}

const PUBLIC = /^((index|registry-1)\.)?docker\.io$|^(k8s\.)?gcr\.io$|^(ghcr|quay)\.io$|^registry\.k8s\.io$/;

/** What should be said about the images of a Pod in a region, each once. */
export function farImages(p: Pick<ResolvedPod, 'image' | 'sidecars' | 'initContainers'>, region: string): string[] {
  const said = imagesOf(p).flatMap((image) => farImage(image, region) ?? []);
  return [...new Set(said)];
}
