/** Who may pull without being asked who they are: nobody, or whoever reaches the registry. */
export type ImageVisibility = 'private' | 'public';

export interface RegistryNamespaceProps {
  /**
   * Whether a push to a repository that does not exist makes it, as builds expect it. Changed in place.
   * @default false - repositories are what the program says
   */
  readonly createOnPush?: boolean;
  /** What repositories made by a push are. Changed in place. @default "private" */
  readonly visibility?: ImageVisibility;
  /**
   * Takes over an existing namespace instead of creating one. Import id: `<instance id>:<namespace>`.
   * @default none - a new namespace
   */
  readonly adopt?: string;
}

export interface RegistryRepositoryProps {
  /** One line about the images, 1 to 100 characters. Changed in place. @default the repository's name */
  readonly summary?: string;
  /** Who pulls. Changed in place. @default "private" */
  readonly visibility?: ImageVisibility;
  /**
   * Whether a tag, once pushed, means the same image for ever. Changed in place.
   * @default true - what ran yesterday can be run again
   */
  readonly immutableTags?: boolean;
  /**
   * Takes over an existing repository. Import id: `<instance id>:<namespace>:<repository>`.
   * @default none - a new repository
   */
  readonly adopt?: string;
}

/** What a namespace is when a prop is left out. */
export const REGISTRY_NAMESPACE_DEFAULTS = Object.freeze({
  createOnPush: false,
  visibility: 'private' as ImageVisibility,
});

/** What a repository is when a prop is left out. */
export const REGISTRY_REPOSITORY_DEFAULTS = Object.freeze({
  visibility: 'private' as ImageVisibility,
  immutableTags: true,
});

/** Which images go to another registry. */
export interface ReplicationProps {
  /**
   * Tags that are copied, as a regular expression. Changing it replaces the rule, not the copies.
   * @default ".*"
   * @throws InputError `image-tag` when it is no regular expression
   */
  readonly tags?: string;
  /** Repositories that are copied; one rule each. @default every repository of the namespace, as one rule */
  readonly repositories?: readonly string[];
}

/** What is thrown away of a namespace. */
export interface CleanUpProps {
  /** Newest tags of each repository that stay, 1 to 10000. */
  readonly keep: number;
  /** When: `WEEK` or `MONTH`, at night. @default "week" */
  readonly every?: 'week' | 'month';
  /** Tags that stay for ever, as a regular expression, such as `^release-`. @default none */
  readonly keepTags?: string;
}
