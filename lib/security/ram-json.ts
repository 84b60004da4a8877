import { jsonText } from '../core/json-text';

/** A document of RAM or OSS as text, which Terraform encodes where it alone knows a part of it. */
export function ramJson(document: object): string {
  return jsonText(JSON.stringify(document));
}
