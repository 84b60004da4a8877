/** The name that the bindings give to a Terraform path: `data_disks[1].kms_key_id` is `dataDisks[1].kmsKeyId`. */
export function propPath(path: string): string {
  return path.replace(/_+([a-z0-9])/g, (_, character: string) => character.toUpperCase());
}
