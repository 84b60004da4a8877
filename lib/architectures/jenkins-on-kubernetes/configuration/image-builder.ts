/** What builds images in a Pod, as plain data. Create one with {@link ImageBuilder}. */
export type ImageBuilderData =
  | { readonly kind: 'kaniko'; readonly image: string }
  | { readonly kind: 'buildkit'; readonly image: string }
  | { readonly kind: 'buildah'; readonly image: string }
  | { readonly kind: 'custom'; readonly image: string; readonly script: readonly string[]; readonly user?: number };

/** The builders of images. None of them needs a Docker socket or a privileged container. */
export const ImageBuilder = Object.freeze({
  kaniko: (image: string): ImageBuilderData => Object.freeze({ kind: 'kaniko', image }),
  buildkit: (image: string): ImageBuilderData => Object.freeze({ kind: 'buildkit', image }),
  buildah: (image: string): ImageBuilderData => Object.freeze({ kind: 'buildah', image }),
  custom: (builder: {
    readonly image: string;
    readonly script: readonly string[];
    readonly user?: number;
  }): ImageBuilderData =>
    Object.freeze({
      kind: 'custom',
      image: builder.image,
      script: Object.freeze([...builder.script]),
      ...(builder.user === undefined ? {} : { user: builder.user }),
    }),
});
