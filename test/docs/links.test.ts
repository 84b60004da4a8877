import { join } from 'node:path';
import { linkedFiles } from '../../scripts/linked-files.cjs';

const root = join(__dirname, '../..');
const { files, broken } = linkedFiles(root, ['README.md', 'README.zh-CN.md', 'CHANGELOG.md']);

test('every link of the documents leads to a file', () => {
  expect(broken).toEqual([]);
});

test('the package carries what its README links to, and nothing that a program left behind', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'docs/errors.md',
      'docs/guides/sizing.md',
      'examples/network.ts',
      'examples/starter/main.ts',
      'lib/workload/README.md',
      'lib/workload/burst/README.md',
    ]),
  );
  expect(files.filter((file) => /node_modules|cdktf\.out|\.tsbuildinfo/.test(file))).toEqual([]);
});
