import { Testing } from 'cdktf';
import {
  WordPressEnvironment,
  type WordPressEnvironmentProps,
} from '../../../lib/architectures/wordpress-on-serverless/environment';
import type { WordPressOnServerlessProps } from '../../../lib/architectures/wordpress-on-serverless/serverless-props';
import { InputError } from '../../../lib/core/errors';
import { twoSites } from './two-sites';

/** What a program without types can come up with. */
const STRANGE: readonly unknown[] = [
  null,
  7,
  -1.5,
  Number.NaN,
  true,
  '',
  ' ',
  'x',
  [],
  [null],
  {},
  { kind: 'none' },
  () => 1,
];

const PROPS: Record<keyof Required<WordPressOnServerlessProps>, true> = {
  region: true,
  zones: true,
  image: true,
  environments: true,
  registry: true,
  network: true,
  cluster: true,
  endpoint: true,
  database: true,
  capacity: true,
  files: true,
  logs: true,
  contacts: true,
  account: true,
  protection: true,
  practices: true,
  tags: true,
  state: true,
};

const OF_ENVIRONMENT: Record<keyof Required<WordPressEnvironmentProps>, true> = {
  image: true,
  site: true,
  scale: true,
  requests: true,
  workers: true,
  ports: true,
  address: true,
  balancer: true,
  database: true,
  databaseName: true,
  files: true,
  redis: true,
  namespace: true,
  rotation: true,
  loadTest: true,
  watched: true,
  protection: true,
  logDays: true,
};

/** What went wrong other than by an error that says what to write. */
function bareErrors(build: (value: unknown) => void): readonly string[] {
  return STRANGE.flatMap((value) => {
    try {
      build(value);
      return [];
    } catch (error) {
      const { name, stack } = error as Error;
      return name === InputError.name ? [] : [`${JSON.stringify(value)}: ${stack}`];
    }
  });
}

test.each(Object.keys(PROPS))(
  'whatever is written for %s, an error says what to write instead, or it is taken',
  (prop) => {
    expect(bareErrors((value) => twoSites({ [prop]: value }, Testing.app()))).toEqual([]);
  },
);

test.each(Object.keys(OF_ENVIRONMENT))('and for %s of an environment', (prop) => {
  const { production } = WordPressEnvironment;
  const build = (value: unknown) => twoSites({ environments: { production: production({ [prop]: value }) } });
  expect(bareErrors(build)).toEqual([]);
});
