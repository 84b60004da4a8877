/** Teaches Jest's `expect` the matcher `toConverge`: import this file for its effect. */
require('./dist/jest.js');
