/** What builds images in a Pod, as plain data. Create one with {@link ImageBuilder}. */
export type ImageBuilderData =
  | { readonly kind: 'kaniko'; readonly image: string }
  | { readonly kind: 'buildkit'; readonly image: string }
  | { readonly kind: 'buildah'; readonly image: string }
  | ({ readonly kind: 'custom' } & CustomBuilder);

/** A builder of images of your own. */
export interface CustomBuilder {
  /** Has a shell, and what builds. */
  readonly image: string;
  /**
   * Lines of shell, run in the folder of the code. They build `$DOCKERFILE`, push to `$IMAGE_TO_PUSH` and write the digest,
   * `sha256:...`, to the file `.image-digest`. What logs in to the registry is in `$DOCKER_CONFIG` and in the path.
   */
  readonly script: readonly string[];
  /**
   * As whom it runs; 0 is root within the container.
   * @default 1000
   */
  readonly user?: number;
}

/**
 * The builders of images. None of them has a Docker socket, a privileged container or a path of the node. A change holds
 * for builds that start after it.
 *
 * See `docs/decisions/0028-images-built-without-a-daemon.md`.
 */
export const ImageBuilder = Object.freeze({
  /**
   * Kaniko, in one of its forks that live: as root within the container, with no more rights than containers have by
   * default, so that it runs on nodes, on ECI and in a Serverless cluster, in a namespace with the Pod Security level `baseline`.
   *
   * @param image of the fork's variant with a shell, `...-debug`, such as a copy of `UPSTREAM_IMAGES.kaniko`
   */
  kaniko: (image: string): ImageBuilderData => Object.freeze({ kind: 'kaniko', image }),
  /**
   * BuildKit without root. Needs user namespaces, and a container without seccomp and AppArmor: on nodes only, in a
   * namespace with the Pod Security level `privileged`.
   *
   * @param image of the rootless variant, such as a copy of `UPSTREAM_IMAGES.buildkit`
   */
  buildkit: (image: string): ImageBuilderData => Object.freeze({ kind: 'buildkit', image }),
  /**
   * Buildah without root, by change of root and plain copies of layers. Needs what BuildKit needs, and is slower.
   *
   * @param image such as a copy of `UPSTREAM_IMAGES.buildah`
   */
  buildah: (image: string): ImageBuilderData => Object.freeze({ kind: 'buildah', image }),
  /** Anything that a container can do without privileges: Jib, ko, buildpacks, apko. */
  custom: (builder: CustomBuilder): ImageBuilderData =>
    Object.freeze({
      kind: 'custom',
      image: builder.image,
      script: Object.freeze(Array.from(builder.script ?? [])),
      ...(builder.user === undefined ? {} : { user: builder.user }),
    }),
});
