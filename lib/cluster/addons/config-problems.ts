import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** Problems with what a component is told in its own words: an object of what JSON can hold, and nothing else. */
export function configProblems(config: unknown): Problem[] {
  if (config === undefined || isToken(config) || isPlainObject(config)) {
    return valueProblems('config', config);
  }
  const what = `config ${quote(config)} is not an object`;
  const fix = "write config: { key: 'value' }, with the keys of the component";
  return [{ code: 'type-invalid', what, value: config, fix }];
}

function valueProblems(path: string, value: unknown): Problem[] {
  if (isToken(value)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index) => ofElement(`${path}[${index}]`, one));
  }
  if (isPlainObject(value)) {
    return Object.entries(value).flatMap(([key, one]) => valueProblems(`${path}.${key}`, one));
  }
  return value === undefined || isScalar(value) ? [] : [notJson(path, value)];
}

/** A member can be left out, an element cannot. */
function ofElement(path: string, value: unknown): Problem[] {
  return value === undefined ? [notJson(path, value)] : valueProblems(path, value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function notJson(path: string, value: unknown): Problem {
  const what = `${path} ${quote(value)} is neither text, a number, true or false, nor a list or an object of these`;
  const fix = `leave ${path} out, or write what the component takes`;
  return { code: 'type-invalid', what, value, fix };
}
