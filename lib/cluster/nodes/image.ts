import { oneOf } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { readTypes } from './instance-types';

/** Operating systems that ACK keeps for nodes. */
export const NODE_IMAGES = Object.freeze([
  'AliyunLinux3ContainerOptimized',
  'AliyunLinux3',
  'AliyunLinux3Arm64',
  'AliyunLinux4',
  'AliyunLinux4Arm64',
  'AliyunLinux4ContainerOptimized',
  'AliyunLinux4ContainerOptimizedArm64',
  'AliyunLinux4Security',
  'AliyunLinuxSecurity',
  'AliyunLinuxUEFI',
  'ContainerOS',
  'Ubuntu',
  'Windows',
  'WindowsCore',
] as const);

/** An operating system by name, or an image of your own by its id. */
export type NodeImage = (typeof NODE_IMAGES)[number] | { readonly imageId: string };

const FOR_X86 = 'AliyunLinux3ContainerOptimized';
const FOR_ARM = 'AliyunLinux3Arm64';

/** Systems past their end of life that the API still accepts, with what became of them. */
const RETIRED: Readonly<Record<string, string>> = Object.freeze({
  AliyunLinux: 'Alibaba Cloud Linux 2 is at its end of life',
  CentOS: 'CentOS is at its end of life',
});

/** The system of a pool that names none: the container-optimised one, on Arm the Arm one. */
export function defaultImage(instanceTypes: readonly string[]): NodeImage {
  return isArm(instanceTypes) ? FOR_ARM : FOR_X86;
}

/** The image attributes of a node pool. */
export function imageAttributes(image: NodeImage) {
  return typeof image === 'string' ? { imageType: image } : { imageType: 'Custom', imageId: image.imageId };
}

/** Problems with the image of a node pool. */
export function imageProblems(image: NodeImage | undefined, instanceTypes: readonly string[]): Problem[] {
  if (image === undefined || typeof image !== 'string' || isToken(image)) {
    return [];
  }
  if (RETIRED[image] !== undefined) {
    const what = `image ${quote(image)}: ${RETIRED[image]}`;
    const fix = `write image: "${defaultImage(instanceTypes)}", or leave it out`;
    return [{ code: 'image-retired', what, value: image, fix }];
  }
  const unknown = oneOf('image', image, NODE_IMAGES);
  return unknown.length > 0 ? unknown : architectureProblems(image, instanceTypes);
}

function architectureProblems(image: string, instanceTypes: readonly string[]): Problem[] {
  const types = readTypes(instanceTypes);
  const arm = image.endsWith('Arm64');
  // ContainerOS exists for both architectures under one name.
  if (types.length === 0 || image === 'ContainerOS' || arm === isArm(instanceTypes)) {
    return [];
  }
  const kinds = arm ? ['Arm', 'x86'] : ['x86', 'Arm'];
  const what = `image ${quote(image)} is for ${kinds[0]}, instanceTypes ${quote(instanceTypes)} are ${kinds[1]}`;
  const fix = `write image: "${defaultImage(instanceTypes)}", or leave it out`;
  return [{ code: 'image-architecture', what, value: image, fix }];
}

function isArm(instanceTypes: readonly string[]): boolean {
  const types = readTypes(instanceTypes);
  return types.length > 0 && types.every(({ arm }) => arm);
}
