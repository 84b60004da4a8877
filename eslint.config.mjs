import importX from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { house } from './scripts/house.mjs';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'cdktf.out/',
      'artifacts/',
      'node_modules/',
      'packages/provider-alicloud/lib/',
      'packages/provider-alicloud/src/',
      'packages/*/.build/',
      'packages/*/dist/',
      'examples/starter/node_modules/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['lib/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'import-x/no-restricted-paths': ['error', { zones: house.zones }],
      'no-restricted-imports': ['error', { patterns: house.forbiddenImports }],
      'no-restricted-syntax': ['error', ...house.forbiddenSyntax],
    },
  },
  {
    // The one barrel: a list of names, as long as there are names.
    files: ['lib/index.ts'],
    rules: { 'no-restricted-imports': 'off', 'max-lines': 'off' },
  },
  { files: ['lib/bin/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.test.ts'],
    plugins: { jest },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'check*', 'succeeds'] },
      ],
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/valid-expect': 'error',
      'jest/no-standalone-expect': 'off',
      'jest/no-conditional-expect': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs', 'packages/rehearsal/jest.js', 'packages/rehearsal/bin/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
