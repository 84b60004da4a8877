import { read, write } from './context';
import type { CallRequest } from './requests';
import type { Value } from '../cty/value';

const dynamicType = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return ['tuple', value.map(dynamicType)];
  }
  if (typeof value === 'object' && value !== null) {
    return [
      'object',
      Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dynamicType(one)] as const)),
    ];
  }
  return typeof value === 'number'
    ? 'number'
    : typeof value === 'boolean'
      ? 'bool'
      : value === null
        ? 'dynamic'
        : 'string';
};

const dynamic = (value: unknown): Value => [Buffer.from(JSON.stringify(dynamicType(value))), value as Value];

/** The functions of the kubernetes provider, as far as JSON (a part of YAML) goes; other functions are not simulated. */
export function functionCall(request: CallRequest): object {
  const argument = read(request.arguments[0]);
  try {
    switch (request.name) {
      case 'manifest_encode':
        return { result: write(JSON.stringify((argument as [Uint8Array, Value])[1])) };
      case 'manifest_decode':
        return { result: write(dynamic(JSON.parse(String(argument)))) };
      case 'manifest_decode_multi':
        return {
          result: write(
            dynamic(
              String(argument)
                .split(/^---$/m)
                .map((one) => JSON.parse(one) as unknown),
            ),
          ),
        };
      default:
        return { error: { text: `the rehearsal does not simulate the function ${request.name}` } };
    }
  } catch {
    return { error: { text: 'the rehearsal reads manifests written in JSON only' } };
  }
}
