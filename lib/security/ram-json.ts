import { Fn } from 'cdktf';
import { isToken } from '../core/tokens';

/**
 * A document of RAM or OSS as text: JSON where all of it is known, otherwise Terraform's own encoding of it, since a value
 * that comes later would end up between quotes that the HCL form does not escape.
 */
export function ramJson(document: object): string {
  const json = JSON.stringify(document);
  return isToken(json) ? Fn.jsonencode(document) : json;
}
