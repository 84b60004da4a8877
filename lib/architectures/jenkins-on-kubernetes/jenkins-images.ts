import { UPSTREAM_IMAGES } from './configuration/upstream-images';

/** Images of the containers of agents, as plain data. Create one with {@link JenkinsImages}. */
export interface JenkinsImagesData {
  /** Connects to Jenkins: made from or a copy of `jenkins/inbound-agent`. */
  readonly agent: string;
  /** Builds images, as `builder` says by default. */
  readonly builder: string;
  /** A shell and `docker-credential-acr-helper`, by which a role takes the place of a password. */
  readonly loginHelper: string;
  /** Trivy. */
  readonly scanner: string;
  /** A shell and `kubectl`. */
  readonly kubectl: string;
}

/** The last part of an image's name, with its version. */
const nameOf = (image: string): string => image.slice(image.lastIndexOf('/') + 1);

/** Name and version of each image where a registry holds them all; a new release of this library raises them. */
export const JENKINS_IMAGES = Object.freeze({
  agent: nameOf(UPSTREAM_IMAGES.agent),
  builder: nameOf(UPSTREAM_IMAGES.kaniko),
  loginHelper: 'acr-login:0.4.0',
  scanner: nameOf(UPSTREAM_IMAGES.scanner),
  kubectl: 'kubectl:1.34.1',
});

/** Images of the containers of agents. Builds that start after a change have the new ones. */
export const JenkinsImages = Object.freeze({
  /**
   * All of them below one address, such as `acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror`, under the names of `JENKINS_IMAGES`.
   *
   * @param others images that are elsewhere, by what they are for
   */
  in: (address: string, others: Partial<JenkinsImagesData> = {}): JenkinsImagesData => {
    const names = Object.entries(JENKINS_IMAGES).map(([what, name]) => [what, `${address}/${name}`]);
    return Object.freeze({ ...(Object.fromEntries(names) as unknown as JenkinsImagesData), ...others });
  },
});
