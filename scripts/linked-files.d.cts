/** Files that documents lead to, and links that lead nowhere. */
export function linkedFiles(
  root: string,
  first: readonly string[],
): { readonly files: readonly string[]; readonly broken: readonly string[] };
