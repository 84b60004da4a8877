import type { TypeJson } from '../schema/json';

/** A type as Terraform writes it: `list(string)`. */
export function typeText(type: TypeJson): string {
  if (typeof type === 'string') {
    return type;
  }
  const [form, of] = type;
  if (form === 'object') {
    const members = Object.entries(of as Record<string, TypeJson>).map(([name, one]) => `${name}: ${typeText(one)}`);
    return `object({ ${members.join(', ')} })`;
  }
  return form === 'tuple' ? 'tuple' : `${form}(${typeText(of as TypeJson)})`;
}

const isTemplate = (value: unknown): boolean => typeof value === 'string' && value.includes('${');

/** Whether Terraform converts a configured value into a type; what only an apply knows is taken to fit. */
export function fits(type: TypeJson, value: unknown): boolean {
  if (value === null || value === undefined || isTemplate(value)) {
    return true;
  }
  if (typeof type !== 'string') {
    return fitsCollection(type, value);
  }
  switch (type) {
    case 'string':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && !isNaN(Number(value)));
    case 'bool':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    default:
      return true;
  }
}

function fitsCollection([form, of]: readonly [string, ...unknown[]], value: unknown): boolean {
  if (form === 'list' || form === 'set') {
    return Array.isArray(value) && value.every((one) => fits(of as TypeJson, one));
  }
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (form === 'map') {
    return isObject && Object.values(value as object).every((one) => fits(of as TypeJson, one));
  }
  return form === 'object' ? isObject : Array.isArray(value);
}
