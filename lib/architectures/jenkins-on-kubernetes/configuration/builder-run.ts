import type { ImageBuilderData } from './image-builder';
import type { AgentSecurity } from './agent-pod-data';

/** The file, in the folder of the code, in which a builder leaves the digest of what it pushed. */
export const DIGEST_FILE = '.image-digest';

/** How a builder runs in a container. */
export interface BuilderRun {
  readonly script: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly security: AgentSecurity;
  /** Where it keeps layers, as far as that may not be the container's own disk. */
  readonly layers?: string;
  /** Where programs are in its image. */
  readonly path: string;
  /** The Pod Security level that its namespace must have. */
  readonly podSecurity: 'baseline' | 'privileged';
}

/** Where programs are in most images. */
export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * What whoever unpacks images as root needs of what containers have by default: other owners, modes and users. Nothing is
 * added to that.
 */
const ROOT: AgentSecurity = Object.freeze({
  user: 0,
  capabilities: Object.freeze(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETFCAP', 'SETGID', 'SETUID']),
});

/** How each builder runs. */
export function builderRun(builder: ImageBuilderData): BuilderRun {
  switch (builder.kind) {
    case 'kaniko':
      return kaniko();
    case 'buildkit':
      return buildkit();
    case 'buildah':
      return buildah();
    case 'custom': {
      const user = builder.user ?? 1000;
      const security = user === 0 ? ROOT : { user, capabilities: [] };
      return { script: builder.script, env: {}, security, path: PATH, podSecurity: 'baseline' };
    }
  }
}

/** Source: https://github.com/osscontainertools/kaniko/blob/v1.28.3/README.md, .../deploy/Dockerfile */
function kaniko(): BuilderRun {
  const script = [
    'set -eu',
    '/kaniko/executor --context "dir://$PWD" --dockerfile "$PWD/$DOCKERFILE" --destination "$IMAGE_TO_PUSH" \\',
    `  --digest-file "$PWD/${DIGEST_FILE}" --push-retry 3 --image-download-retry 3`,
  ];
  return { script, env: {}, security: ROOT, path: '/usr/local/bin:/kaniko:/busybox', podSecurity: 'baseline' };
}

/** Source: https://github.com/moby/buildkit/blob/v0.32.2/examples/kubernetes/job.rootless.yaml, .../docs/rootless.md */
function buildkit(): BuilderRun {
  const script = [
    'set -eu',
    'buildctl-daemonless.sh build --frontend dockerfile.v0 --progress plain --local context=. \\',
    '  --local "dockerfile=$(dirname "$DOCKERFILE")" --opt "filename=$(basename "$DOCKERFILE")" \\',
    '  --output "type=image,name=$IMAGE_TO_PUSH,push=true" --metadata-file .image.json',
    `sed -n 's/.*"containerimage.digest": *"\\(sha256:[0-9a-f]*\\)".*/\\1/p' .image.json > ${DIGEST_FILE}`,
  ];
  return {
    script,
    env: { BUILDKITD_FLAGS: '--oci-worker-no-process-sandbox' },
    security: { user: 1000, unconfined: true },
    layers: '/home/user/.local/share/buildkit',
    path: PATH,
    podSecurity: 'privileged',
  };
}

/** Source: https://github.com/containers/buildah/blob/main/docs/buildah-build.1.md, .../docs/tutorials/05-openshift-rootless-build.md */
function buildah(): BuilderRun {
  const script = [
    'set -eu',
    'buildah --storage-driver vfs build --isolation chroot --file "$DOCKERFILE" --tag "$IMAGE_TO_PUSH" .',
    `buildah --storage-driver vfs push --retry 3 --digestfile ${DIGEST_FILE} "$IMAGE_TO_PUSH"`,
  ];
  return {
    script,
    env: { REGISTRY_AUTH_FILE: '/registry-login/config.json' },
    security: { user: 1000, unconfined: true },
    layers: '/home/build/.local/share/containers',
    path: PATH,
    podSecurity: 'privileged',
  };
}
