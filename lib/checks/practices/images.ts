/** Tag or digest of an image, empty when there is none; a registry may have a port. */
export function versionOf(image: string): string {
  const [name, digest] = image.split('@');
  return digest ?? /:([^/]*)$/.exec(name!)?.[1] ?? '';
}
