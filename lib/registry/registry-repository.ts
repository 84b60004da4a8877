import { CrEeRepo } from '@cdktf/provider-alicloud/lib/cr-ee-repo';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, flag, formProblems, text, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { GRANTEE_FORM } from '../core/seam-forms';
import { imageAddress, repositoryProblems } from './image-address';
import type { RegistryNamespace } from './registry-namespace';
import { imagePermissions } from './registry-permissions';
import { REGISTRY_REPOSITORY_DEFAULTS, type RegistryRepositoryProps } from './registry-parts-props';

const FORMS: Forms<RegistryRepositoryProps> = { summary: any, visibility: any, immutableTags: flag, adopt: text };

/**
 * The images of one thing. Made by `namespace.addRepository(name)`; another name is another repository. Creates
 * `alicloud_cr_ee_repo`; its images are billed as objects of OSS.
 */
export class RegistryRepository extends Construct {
  readonly resource: CrEeRepo;
  readonly repositoryName: string;

  constructor(
    readonly namespace: RegistryNamespace,
    name: string,
    props: RegistryRepositoryProps = {},
  ) {
    super(namespace, checkedId(namespace, name.replaceAll('/', '-')));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, REGISTRY_REPOSITORY_DEFAULTS);
    const { summary = name } = p;
    reject(this, [
      ...repositoryProblems('name', name),
      ...oneOf('visibility', p.visibility, ['private', 'public']),
      ...summaryProblems(summary),
    ]);
    this.repositoryName = name;
    this.resource = new CrEeRepo(this, 'Resource', {
      instanceId: namespace.registry.instanceId,
      namespace: namespace.resource.name,
      name,
      repoType: p.visibility === 'public' ? 'PUBLIC' : 'PRIVATE',
      summary,
      tagImmutability: p.immutableTags,
    });
    adopt(this.resource, p.adopt);
  }

  /** The address of an image, over the registry's private address, known while synthesising. @throws InputError `image-tag` */
  image(tag: string): string {
    return this.namespace.image(this.repositoryName, tag);
  }

  /** The same over the internet, for builders outside. @throws InputError `image-tag` */
  publicImage(tag: string): string {
    const { registry, namespaceName } = this.namespace;
    return imageAddress(this, registry.publicDomain, `${namespaceName}/${this.repositoryName}`, tag);
  }

  /** Lets somebody pull the repository's images. */
  grantPull(grantee: IGrantee): void {
    this.grant('pull', grantee);
  }

  /** Lets somebody pull and push the repository's images. */
  grantPush(grantee: IGrantee): void {
    this.grant('push', grantee);
  }

  private grant(use: 'pull' | 'push', grantee: IGrantee): void {
    reject(this, GRANTEE_FORM('grantee', grantee));
    const { registry, namespaceName } = this.namespace;
    grantee.allow(this, imagePermissions(use, registry.instanceId, `${namespaceName}/${this.repositoryName}`));
  }
}

function summaryProblems(summary: unknown): Problem[] {
  if (typeof summary === 'string' && summary.length >= 1 && summary.length <= 100) {
    return [];
  }
  const what = `summary ${quote(summary)} is not 1 to 100 characters`;
  return [{ code: 'name-invalid', what, value: summary, fix: 'write one line about the images, or leave it out' }];
}
