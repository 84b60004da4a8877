/** How the plugins come to the controller, as plain data. Create one with {@link JenkinsPlugins}. */
export type JenkinsPluginsData =
  | { readonly kind: 'image'; readonly also: readonly string[] }
  | { readonly kind: 'download'; readonly also: readonly string[]; readonly updateCenter?: string };

/**
 * How the plugins come to the controller. Either way they are those of the list, in its versions, each time that it starts: they
 * lie on a disk of the Pod's own, not in the home, and what somebody installs by hand is gone with the Pod.
 */
export const JenkinsPlugins = Object.freeze({
  /**
   * In the image, which is made from the official one with the list that `jenkinsPlugins()` prints; the controller does not start when one
   * is missing or has another version. It then starts without asking anybody.
   *
   * @param options also: further plugins, `id:version`, that the image must have
   */
  ofImage: (options: { readonly also?: readonly string[] } = {}): JenkinsPluginsData =>
    Object.freeze({ kind: 'image', also: options.also ?? [] }),
  /**
   * Downloaded whenever a Pod starts, from the update site, which must answer: to try things out.
   *
   * @param options also: further plugins, `id:version`; updateCenter: another site, such as a mirror
   */
  download: (options: { readonly also?: readonly string[]; readonly updateCenter?: string } = {}): JenkinsPluginsData =>
    Object.freeze({ kind: 'download', also: options.also ?? [], updateCenter: options.updateCenter }),
});
