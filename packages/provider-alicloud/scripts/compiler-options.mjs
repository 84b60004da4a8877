/** As in a tsconfig.json. Fields are assigned, not defined, because the generated classes declare again what cdktf's set. */
export const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022'],
  module: 'CommonJS',
  moduleResolution: 'Node10',
  strict: true,
  declaration: true,
  skipLibCheck: true,
  useDefineForClassFields: false,
  types: [],
};
