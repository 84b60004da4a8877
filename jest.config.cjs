/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^alicloud-constructs$': '<rootDir>/lib/index.ts',
    '^alicloud-constructs/jest$': '<rootDir>/lib/jest.ts',
    '^alicloud-constructs/(testing|fast)$': '<rootDir>/lib/$1/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdktf.out/', '<rootDir>/artifacts/'],
  maxWorkers: 2,
  // Nothing here is slow; a machine can be.
  testTimeout: 180_000,
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
};

module.exports = {
  ...shared,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/packages/*/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/package/'],
};
