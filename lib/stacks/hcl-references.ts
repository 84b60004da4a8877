/** Meta-arguments whose elements name resources and attributes. */
const LISTS = /^(\s*(?:depends_on|replace_triggered_by|ignore_changes)\s*=\s*)\[([^\]]*)\]/gm;

/** A name of a resource or an attribute, as Terraform writes it. */
const NAMED = /"((?:data\.)?[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)"/g;

/**
 * HCL in which names of resources stand without quotes, as Terraform has wanted them since 0.12: quoted ones are a warning
 * in `depends_on`, and an error in `replace_triggered_by`. The framework quotes them, which is right in JSON only.
 */
export function unquotedReferences(hcl: string): string {
  return hcl.replace(LISTS, (_, name: string, list: string) => `${name}[${list.replace(NAMED, '$1')}]`);
}
