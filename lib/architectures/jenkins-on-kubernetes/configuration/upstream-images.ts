/**
 * Where the images of agents come from, in versions that exist: to be copied into a registry that the Pods reach, by digest, and
 * named there. Checked in August 2026 at the sources.
 */
export const UPSTREAM_IMAGES = Object.freeze({
  /** Source: https://github.com/jenkinsci/helm-charts/blob/jenkins-5.9.53/charts/jenkins/Chart.yaml */
  agent: 'docker.io/jenkins/inbound-agent:3385.vf1123fb_515da_-1',
  /**
   * The fork that publishes images, every two weeks; the other one that lives, of Chainguard, publishes none for everybody.
   *
   * Source: https://github.com/osscontainertools/kaniko/blob/v1.28.3/.github/workflows/images.yaml,
   * https://github.com/chainguard-forks/kaniko/blob/main/README.md#releases
   */
  kaniko: 'ghcr.io/osscontainertools/kaniko:v1.28.3-debug',
  /** Source: https://github.com/moby/buildkit/releases/tag/v0.32.2 */
  buildkit: 'docker.io/moby/buildkit:v0.32.2-rootless',
  /** Source: https://github.com/containers/buildah/releases/tag/v1.44.0; the tag of the image was not looked up. */
  buildah: 'quay.io/buildah/stable:v1.44.0',
  /** Source: https://github.com/aquasecurity/trivy/releases/tag/v0.74.0 */
  scanner: 'docker.io/aquasec/trivy:0.74.0',
});

/**
 * The Dockerfile of the image that logs in to Container Registry, of which nobody publishes one: a shell and
 * `docker-credential-acr-helper`, which takes the role of the Pod's service account.
 *
 * Source: https://github.com/mozillazg/docker-credential-acr-helper/tree/v0.4.0
 */
export const LOGIN_HELPER_DOCKERFILE = [
  'FROM golang:1.26 AS program',
  'RUN CGO_ENABLED=0 go install github.com/mozillazg/docker-credential-acr-helper/cmd/docker-credential-acr-helper@v0.4.0',
  '',
  'FROM busybox:1.37-musl',
  'COPY --from=program /go/bin/docker-credential-acr-helper /usr/local/bin/',
  'USER 1000:1000',
  '',
].join('\n');
