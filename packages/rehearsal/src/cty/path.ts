/** One step into a value: an attribute's name, an index of a list, or the key of a map. */
export type Step = string | number | { readonly key: string };

/** Where in a value. Paths never lead into a set: its elements have no address. */
export type Path = readonly Step[];

/** The path as people write it: `rule[0].cidr`, `tags["owner"]`. */
export const describePath = (path: Path): string =>
  path
    .map((step, at) =>
      typeof step === 'number'
        ? `[${step}]`
        : typeof step === 'string'
          ? `${at === 0 ? '' : '.'}${step}`
          : `[${JSON.stringify(step.key)}]`,
    )
    .join('');
