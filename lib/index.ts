export { CODES, type Code } from './core/codes';
export { InputError, type LocatedProblem, type Problem } from './core/errors';
export { type Protection, type Site } from './core/cloud';
export { type Tags } from './core/tags';
export { rolesNeeded, type RoleNeeded } from './core/roles';
export { CLOUD_STACK_DEFAULTS, CloudStack, type CloudStackProps } from './stacks/cloud-stack';
export { State, type OssState, type StateData } from './stacks/state';
export { describeSummary, summaryOf, type StackSummary, type Summary } from './stacks/summary';
