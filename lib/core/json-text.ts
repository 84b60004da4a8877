import { Fn } from 'cdktf';
import { joined, quoted } from './literal';
import { isToken } from './tokens';

/**
 * JSON as an argument that Terraform takes as it is: the text itself where all of it is known, otherwise Terraform's own
 * encoding of the same data. In a text, quotes inside a value that comes later would end it, what looks like a template
 * would be read as one, and the HCL form would not escape the quotes around either.
 *
 * @param json the text; how its data is spelled matters only where all of it is known
 */
export function jsonText(json: string): string {
  const data: unknown = JSON.parse(json);
  return isPlain(json, data) ? json : Fn.jsonencode(expressions(data));
}

/** Whether neither Terraform nor the framework finds anything to fill in. */
function isPlain(json: string, data: unknown): boolean {
  return !/[$%]\{/.test(json) && !holdsToken(data);
}

function holdsToken(data: unknown): boolean {
  return isToken(data) || (isNode(data) && Object.entries(data).some((member) => member.some(holdsToken)));
}

/** What the framework would write into a function's argument as it is; tokens look like a template and are none. */
const SPECIAL = /["\\\p{Cc}]|[$%]\{(?!TfToken\[)/u;

/** The data with every text as an expression that ends where the text does. */
function expressions(data: unknown): unknown {
  if (typeof data === 'string' && SPECIAL.test(data)) {
    return isToken(data) ? joined(data) : quoted(data);
  }
  if (isToken(data) || !isNode(data) || Object.keys(data).some(isToken)) {
    return data;
  }
  return Array.isArray(data)
    ? data.map(expressions)
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, expressions(value)]));
}

function isNode(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}
