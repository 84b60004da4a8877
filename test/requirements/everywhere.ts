import { asks, testsOf, type Family } from './requirement';

export const EVERYWHERE: Family = {
  title: 'Everywhere',
  letter: 'E',
  count: 3,
  requirements: {
    E1: asks('Errors and checks have codes that stay; they and the architectures are told in two languages.', {
      'every code in English and Chinese': testsOf('test/docs/errors.test.ts')(
        'docs/errors.md lists every code with its meaning in English and Chinese, and no other',
      ),
      'a code on every error and warning': testsOf('test/core/errors.test.ts')(
        'one error carries every problem with code, path, value and fix',
      ),
      'practices in both': testsOf('test/docs/practices.test.ts')('%s is what the practices say'),
      'READMEs of the architectures in both': [
        testsOf('test/docs/languages.test.ts')('every architecture has its README in English and in Chinese'),
        testsOf('test/architectures/wordpress-on-eci-burst/readme.test.ts')(
          'and say the same: as many points, sections, tables and commands',
        ),
      ],
    }),
    E2: asks('A reference of the public names is generated.', {
      'by one command, from the docstrings': testsOf('test/docs/api.test.ts')(
        'the reference of the public names can be written, and every type that they speak of is in it',
      ),
      'every construct and every prop has a docstring': testsOf('test/docs/api.test.ts')(
        'every public construct says what it is, and every prop what it means',
      ),
    }),
    E3: asks('What goes with what: library, providers, Kubernetes; and what is left out.', {
      'a map of versions': [
        testsOf('test/docs/version-map.test.ts')(
          'docs/version-map.md says what the packages bind and what the library takes',
        ),
        testsOf('test/docs/version-map.test.ts')(
          'every provider is rehearsed with the schema that its bindings were made from',
        ),
      ],
      'what is out of scope, with the reason': testsOf('test/requirements.test.ts')(
        'docs/requirements.md is what the list says, and what is out of scope, each with its reason',
      ),
    }),
  },
};
