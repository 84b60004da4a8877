import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

const REPOSITORY = /^(?:https|oci):\/\/[^\s@]+$/;
const NAME = /^[a-z0-9][a-z0-9._-]*$/i;
/** One version, not a range: `1.2`, `^1.2.3` and `latest` are others tomorrow. */
const VERSION = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
const RELEASE = /^[a-z](?:[a-z0-9-]{0,51}[a-z0-9])?$/;

/** Which chart it is. */
interface ChartRef {
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly name?: string;
}

/** Problems with what names a chart and its release. */
export function chartProblems({ repository, chart, version, name }: ChartRef): Problem[] {
  return [
    ...fitting(
      'repository',
      repository,
      REPOSITORY,
      'the address of a repository, without a user in it',
      '"https://charts.jenkins.io", or "oci://..."',
    ),
    ...fitting('chart', chart, NAME, 'the name of a chart', '"jenkins", and the address before it as repository'),
    ...fitting('version', version, VERSION, 'one exact version', '"5.9.53"'),
    ...(name === undefined
      ? []
      : fitting('name', name, RELEASE, '1 to 53 lower-case letters, digits and hyphens, a letter first', '"jenkins"')),
  ];
}

function fitting(prop: string, value: unknown, pattern: RegExp, is: string, example: string): Problem[] {
  const fits = isToken(value) || (typeof value === 'string' && pattern.test(value));
  const what = `${prop} ${quote(value)} is not ${is}`;
  return fits ? [] : [{ code: 'chart-invalid', what, value, fix: `write ${prop}: ${example}` }];
}
