import { CrArtifactLifecycleRule } from '@cdktf/provider-alicloud/lib/cr-artifact-lifecycle-rule';
import { CrEeNamespace } from '@cdktf/provider-alicloud/lib/cr-ee-namespace';
import { CrEeSyncRule } from '@cdktf/provider-alicloud/lib/cr-ee-sync-rule';
import { CrScanRule } from '@cdktf/provider-alicloud/lib/cr-scan-rule';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { distinctList, oneOf, wholeNumber } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, construct, flag, formProblems, needed, text, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { nameProblems, type NameRule } from '../core/names';
import { GRANTEE_FORM } from '../core/seam-forms';
import type { IContainerRegistry, IRegistryNamespace } from './i-container-registry';
import { imageAddress, repositoryProblems } from './image-address';
import { imagePermissions } from './registry-permissions';
import {
  REGISTRY_NAMESPACE_DEFAULTS,
  type CleanUpProps,
  type RegistryNamespaceProps,
  type RegistryRepositoryProps,
  type ReplicationProps,
} from './registry-parts-props';
import { RegistryRepository } from './registry-repository';

/** Source: the provider's documentation of `alicloud_cr_ee_namespace`. */
const NAMESPACE: NameRule = {
  min: 2,
  max: 120,
  pattern: /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/,
  says: '2 to 120 lower-case letters, digits, dots, underscores and hyphens, a letter or digit at both ends',
};

const NAMESPACE_FORMS: Forms<RegistryNamespaceProps> = { createOnPush: flag, visibility: any, adopt: text };
const REPLICATION_FORMS: Forms<ReplicationProps> = { tags: text, repositories: any };
const CLEAN_UP_FORMS: Forms<CleanUpProps> = { keep: needed(any, '30'), every: any, keepTags: text };
const TARGET_FORM = construct(['namespaceName', 'registry'], 'other.addNamespace("acme")');

/**
 * A namespace of a registry. Made by `registry.addNamespace(name)`; the name is its address, so another name is another
 * namespace. Creates `alicloud_cr_ee_namespace`; free.
 */
export class RegistryNamespace extends Construct implements IRegistryNamespace {
  readonly resource: CrEeNamespace;
  readonly namespaceName: string;

  constructor(
    readonly registry: IContainerRegistry & Construct,
    name: string,
    props: RegistryNamespaceProps = {},
  ) {
    super(registry, checkedId(registry, name));
    reject(this, formProblems(props, NAMESPACE_FORMS));
    const p = withDefaults(props, REGISTRY_NAMESPACE_DEFAULTS);
    reject(this, [
      ...nameProblems('name', name, NAMESPACE),
      ...oneOf('visibility', p.visibility, ['private', 'public']),
    ]);
    this.namespaceName = name;
    this.resource = new CrEeNamespace(this, 'Resource', {
      instanceId: registry.instanceId,
      name,
      autoCreate: p.createOnPush,
      defaultVisibility: p.visibility === 'public' ? 'PUBLIC' : 'PRIVATE',
    });
    adopt(this.resource, p.adopt);
  }

  /** Adds a repository: `namespace.addRepository('wordpress').image('6.8.3')`. @throws InputError `name-invalid` */
  addRepository(name: string, props?: RegistryRepositoryProps): RegistryRepository {
    return new RegistryRepository(this, name, props);
  }

  image(repository: string, tag: string): string {
    return imageAddress(this, this.registry.privateDomain, `${this.namespaceName}/${repository}`, tag);
  }

  grantPull(grantee: IGrantee): void {
    reject(this, GRANTEE_FORM('grantee', grantee));
    grantee.allow(this, imagePermissions('pull', this.registry.instanceId, `${this.namespaceName}/*`));
  }

  grantPush(grantee: IGrantee): void {
    reject(this, GRANTEE_FORM('grantee', grantee));
    grantee.allow(this, imagePermissions('push', this.registry.instanceId, `${this.namespaceName}/*`));
  }

  /**
   * Copies what is pushed from now on to a namespace of another registry, in this region or another: what a cluster there
   * pulls from, or what is left when this region is not. Creates an `alicloud_cr_ee_sync_rule`, which cannot be changed:
   * other tags replace the rule. Traffic between regions is billed.
   *
   * @throws InputError `choice-conflict` onto itself, `list-empty`, `name-invalid`, `image-tag`
   */
  replicateTo(target: IRegistryNamespace, replication: ReplicationProps = {}): void {
    reject(this, [...TARGET_FORM('target', target), ...formProblems(replication, REPLICATION_FORMS)]);
    const { tags = '.*', repositories } = replication;
    reject(this, [...sameProblems(this, target), ...replicationProblems(tags, repositories)]);
    for (const repository of repositories ?? [undefined]) {
      const key = `${target.registry.registryName}-${target.namespaceName}${repository === undefined ? '' : `-${repository}`}`;
      new CrEeSyncRule(this, `to-${key.replaceAll('/', '-')}`, {
        instanceId: this.registry.instanceId,
        namespaceName: this.resource.name,
        repoName: repository,
        syncRuleName: `to-${key.replaceAll('/', '-')}`.slice(0, 64),
        syncScope: repository === undefined ? 'NAMESPACE' : 'REPO',
        syncTrigger: 'PASSIVE',
        tagFilter: tags,
        targetInstanceId: target.registry.instanceId,
        targetNamespaceName: target.namespaceName,
        targetRegionId: target.registry.region,
        targetRepoName: repository,
        dependsOn: madeBeside(this, target),
      });
    }
  }

  /** Looks for known weaknesses in every image that is pushed with such a tag. Creates `alicloud_cr_scan_rule`. */
  scanImages(tags = '.*'): void {
    reject(this, patternProblems('tags', tags));
    new CrScanRule(this, 'scan', {
      instanceId: this.registry.instanceId,
      ruleName: `scan-${this.namespaceName}`.slice(0, 64),
      scanScope: 'NAMESPACE',
      scanType: 'VUL',
      triggerType: 'AUTO',
      namespaces: [this.resource.name],
      repoTagFilterPattern: tags,
    });
  }

  /**
   * Throws old tags away, at night. Creates `alicloud_cr_artifact_lifecycle_rule`. What is thrown away is gone: keep more
   * than you would roll back over.
   *
   * @throws InputError `number-invalid`, `choice-invalid`, `image-tag`
   */
  cleanUp(rule: CleanUpProps): void {
    reject(this, formProblems(rule, CLEAN_UP_FORMS));
    const { keep, every = 'week', keepTags } = rule;
    reject(this, [
      ...wholeNumber('keep', keep, 1, 10_000, 'tags'),
      ...oneOf('every', every, ['week', 'month']),
      ...(keepTags === undefined ? [] : patternProblems('keepTags', keepTags)),
    ]);
    new CrArtifactLifecycleRule(this, 'clean-up', {
      instanceId: this.registry.instanceId,
      namespaceName: this.resource.name,
      scope: 'NAMESPACE',
      auto: true,
      scheduleTime: every === 'week' ? 'WEEK' : 'MONTH',
      retentionTagCount: keep,
      tagRegexp: keepTags,
    });
  }
}

/** A target of this stack is waited for; another stack is applied before, since its instance is named. */
function madeBeside(from: RegistryNamespace, target: IRegistryNamespace) {
  const { resource } = target as Partial<RegistryNamespace>;
  return resource && stackOf(target) === stackOf(from) ? [resource] : undefined;
}

const stackOf = (construct: IRegistryNamespace): string => construct.node.path.split('/')[0]!;

function sameProblems(from: IRegistryNamespace, to: IRegistryNamespace): Problem[] {
  if (from.registry !== to.registry) {
    return [];
  }
  const what = `${quote(from.namespaceName)} would be copied into its own registry`;
  return [{ code: 'choice-conflict', what, value: to.namespaceName, fix: 'name a namespace of another registry' }];
}

function replicationProblems(tags: string, repositories: readonly string[] | undefined): Problem[] {
  return [
    ...patternProblems('tags', tags),
    ...(repositories === undefined ? [] : distinctList('repositories', repositories, '["web"]')),
    ...(Array.isArray(repositories) ? repositories : []).flatMap((name, index) =>
      repositoryProblems(`repositories[${index}]`, name),
    ),
  ];
}

function patternProblems(prop: string, pattern: string): Problem[] {
  try {
    new RegExp(pattern);
    return [];
  } catch {
    const what = `${prop} ${quote(pattern)} is no regular expression`;
    return [{ code: 'image-tag', what, value: pattern, fix: `write ${prop}: "^v[0-9]+$", or leave it out` }];
  }
}
