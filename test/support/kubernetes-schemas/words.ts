import type { SchemaObject } from 'ajv';

/** An object of these fields and no other. */
export const only = (
  properties: Readonly<Record<string, SchemaObject>>,
  required: readonly string[] = [],
): SchemaObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: [...required],
});
export const list = (items: SchemaObject, atLeast = 0): SchemaObject => ({ type: 'array', items, minItems: atLeast });
export const oneOf = (...values: readonly string[]): SchemaObject => ({ type: 'string', enum: [...values] });
export const text: SchemaObject = { type: 'string' };
export const flag: SchemaObject = { type: 'boolean' };
export const whole: SchemaObject = { type: 'integer' };
export const count: SchemaObject = { type: 'integer', minimum: 0 };
export const countOrShare: SchemaObject = { type: ['integer', 'string'] };
export const labels: SchemaObject = { type: 'object', additionalProperties: text };
export const anything: SchemaObject = { type: 'object' };
