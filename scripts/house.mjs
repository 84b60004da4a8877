/**
 * The import rules of the house, as data: a folder of lib/ imports only folders that stand above it in this list.
 */
const FLOORS = [
  'core',
  'network',
  'security',
  'logs',
  'cluster',
  'database',
  'storage',
  'balancer',
  'registry',
  'monitoring',
  'workload',
  'checks',
  'stacks',
  'architectures',
  'testing',
  'bin',
];

/** Folders that stand alone: nothing of ours is imported there. */
const ALONE = ['fast'];

const zones = [
  ...FLOORS.map((floor, index) => ({
    target: `./lib/${floor}`,
    from: [...FLOORS.slice(index + 1), ...ALONE].map((below) => `./lib/${below}`),
    message: `${floor} may import only ${FLOORS.slice(0, index).join(', ') || 'nothing of ours'} (see lib/README.md).`,
  })).filter(({ from }) => from.length > 0),
  ...ALONE.map((folder) => ({
    target: `./lib/${folder}`,
    from: FLOORS.map((floor) => `./lib/${floor}`),
    message: `${folder} stands alone.`,
  })),
];

export const house = {
  floors: FLOORS,
  zones,
  forbiddenImports: [
    { regex: '^cdktf/', message: 'Only the public entry of the framework (docs/decisions).' },
    {
      regex: '^@cdktf/provider-[^/]+(/lib)?/?$',
      message: 'Import bindings by their deep path; the index loads slower.',
    },
    { regex: '^\\.{1,2}(/\\.\\.)*/?$|/index$', message: 'Import the file, not the barrel.' },
  ],
  forbiddenSyntax: [
    {
      selector: 'BinaryExpression[operator="instanceof"]',
      message: 'Two copies of a class may meet; use a brand (docs/decisions).',
    },
    {
      selector: 'MemberExpression[object.name="process"][property.name="env"]',
      message: 'Output must not depend on the environment.',
    },
    {
      selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
      message: 'Output must be deterministic.',
    },
    { selector: 'NewExpression[callee.name="Date"]', message: 'Output must not depend on the clock.' },
    {
      selector: 'MemberExpression[object.name="Lazy"]',
      message: 'The framework does not map names inside lazy values.',
    },
    {
      selector:
        'ClassDeclaration[superClass] > ClassBody > MethodDefinition[kind="constructor"][value.params.length>3]',
      message: 'A construct takes (scope, id, props).',
    },
  ],
};
