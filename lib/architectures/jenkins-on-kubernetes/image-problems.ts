import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { imageProblems } from '../../workload/pod/image';
import type { ResolvedJenkins } from './jenkins-defaults';

type Images = Pick<ResolvedJenkins, 'image' | 'images' | 'builder' | 'applications' | 'registryNamespace'>;

/** Images of no version among those that agents are made of; each Pod of the cluster says so of its own. */
export function agentImageProblems({ images, applications }: Pick<Images, 'images' | 'applications'>): Problem[] {
  const { agent, loginHelper, scanner, kubectl } = images;
  return [
    ...Object.entries({ agent, loginHelper, scanner, kubectl }).flatMap(([name, image]) =>
      imageProblems(`images.${name}`, image),
    ),
    ...applications.flatMap(({ test }, index) => imageProblems(`applications[${index}].test.image`, test.image)),
  ];
}

/**
 * Images that Jenkins itself is made of, in the namespace that builds push to: whoever can push a branch could put another program
 * there, which the controller, or who deploys to production, then runs.
 *
 * @param domain address of the registry
 */
export function pushedImageProblems({ image, images, builder, registryNamespace }: Images, domain: string): Problem[] {
  const used = { image, ...prefixed(images), 'builder.image': builder.image };
  const pushed = `${domain}/${registryNamespace}/`;
  return Object.entries(used)
    .filter(([, one]) => !isToken(one) && !isToken(domain) && one.startsWith(pushed))
    .map(([prop, one]) => ({
      code: 'jenkins-image',
      what: `${prop} ${quote(one)} is in the namespace ${quote(registryNamespace)}, to which every build pushes; Jenkins would run what a branch put there`,
      value: one,
      fix: 'keep it in a namespace that builds do not push to, or write another registryNamespace: "ci"',
    }));
}

function prefixed(images: ResolvedJenkins['images']): Record<string, string> {
  return Object.fromEntries(Object.entries(images).map(([name, image]) => [`images.${name}`, image as string]));
}
