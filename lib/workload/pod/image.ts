import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** The parts of an image's name. */
export interface ImageName {
  /** Host of the registry; `docker.io` when the name has none. */
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Splits the name of an image as container runtimes do. */
export function imageName(image: string): ImageName {
  const [name = '', digest] = image.split('@');
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hosted = first.includes('.') || first.includes(':') || first === 'localhost';
  const rest = hosted ? name.slice(slash + 1) : name;
  const colon = rest.lastIndexOf(':');
  const tagged = colon > rest.lastIndexOf('/');
  return {
    registry: hosted ? first : 'docker.io',
    repository: tagged ? rest.slice(0, colon) : rest,
    ...(tagged ? { tag: rest.slice(colon + 1) } : {}),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Problems with the name of an image; none for tokens. Every Pod must run what was tested, whenever it is started. */
export function imageProblems(prop: string, image: unknown): Problem[] {
  if (isToken(image)) {
    return [];
  }
  if (
    typeof image !== 'string' ||
    !/^[a-z0-9][^\s:@]*(:\d+\/[^\s:@]+)?(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/.test(image)
  ) {
    const what = `${prop} ${quote(image)} is not the name of an image`;
    return [{ code: 'image-invalid', what, value: image, fix: 'write <registry>/<namespace>/<name>:<tag>' }];
  }
  const { tag, digest } = imageName(image);
  if (digest !== undefined || (tag !== undefined && tag !== 'latest')) {
    return [];
  }
  const says = tag === undefined ? 'has no tag, which means :latest' : 'is :latest';
  const what = `${prop} ${quote(image)} ${says}: Pods started on different days would run different programs`;
  return [
    { code: 'image-untagged', what, value: image, fix: `write a version: "${image.replace(/:latest$/, '')}:1.2.3"` },
  ];
}

/** Whether the registry answers inside the VPC, so that nothing on the way needs the internet. */
export function isVpcImage(image: string): boolean {
  return /^registry-(vpc|internal)\.|-vpc\.[^/]*\.cr\.aliyuncs\.com$/.test(imageName(image).registry);
}

/** Registries that mainland regions reach slowly or not at all. */
const FAR = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'gcr.io',
  'ghcr.io',
  'quay.io',
  'registry.k8s.io',
  'k8s.gcr.io',
]);

/** The region in whose VPCs alone a registry answers; `undefined` for those that answer on the internet. */
function vpcRegionOf(registry: string): string | undefined {
  return /^(?:registry-vpc|registry-internal|.+-registry-vpc)\.([a-z0-9-]+)\.(?:cr\.)?aliyuncs\.com$/.exec(
    registry,
  )?.[1];
}

/** Why an image may not arrive in a region; `undefined` when nothing speaks against it. */
export function farImage(image: string, region: string): string | undefined {
  const { registry, repository, tag } = imageName(image);
  const vpcRegion = isToken(image) ? undefined : vpcRegionOf(registry);
  if (vpcRegion !== undefined && vpcRegion !== region) {
    return `${image} comes from ${registry}, which answers in VPCs of ${vpcRegion} only; copy it to Container Registry of ${region}`;
  }
  const mainland = region.startsWith('cn-') && region !== 'cn-hongkong';
  if (isToken(image) || !mainland || !FAR.has(registry)) {
    return undefined;
  }
  const name = repository.split('/').pop();
  return (
    `${image} comes from ${registry}, which mainland regions reach slowly or not at all; copy it to Container Registry and ` +
    `write image: "registry-vpc.${region}.aliyuncs.com/<namespace>/${name}:${tag ?? '<tag>'}"`
  );
}
