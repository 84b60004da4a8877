import { Fn } from 'cdktf';
import { isToken } from '../../core/tokens';
import { sha256 } from './files';

/** SHA-256 of content by key; Terraform computes it where a text holds what only Terraform knows. */
export function checksum(content: Readonly<Record<string, string>>): string {
  return Object.values(content).some(isToken) ? Fn.sha256(Fn.jsonencode(content)) : sha256(content);
}
