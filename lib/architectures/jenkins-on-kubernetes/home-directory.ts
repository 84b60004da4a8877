/** The directory of the file system that holds the home: each Jenkins its own, should several share one. */
export function homeDirectory(namespace: string): string {
  return `/${namespace}/home`;
}
