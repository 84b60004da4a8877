import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { OBJECTS_CHART_VERSION } from '../../../lib/workload/charts/objects-chart';
import { ROOT } from '../../docs/fences';

const chart = join(ROOT, 'lib/workload/charts/objects');

/** What helm renders with, without the version. */
function contentHash(): string {
  const files = (readdirSync(chart, { recursive: true }) as string[])
    .filter((file) => statSync(join(chart, file)).isFile() && file !== 'Chart.yaml')
    .sort();
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(`${file}\n${readFileSync(join(chart, file), 'utf8')}\n`));
  return hash.digest('hex').slice(0, 16);
}

test('the chart has a version of its own for every template that it ever had', () => {
  // A changed template needs a raised version here, in Chart.yaml and in the code: helm does not see it otherwise.
  expect([OBJECTS_CHART_VERSION, contentHash()]).toEqual(['1.0.0', '24e59669bda25550']);
  expect(parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8'))).toMatchObject({ version: OBJECTS_CHART_VERSION });
});

test('the template takes what is in an object as it is', () => {
  const template = readFileSync(join(chart, 'templates/objects.yaml'), 'utf8').replace(
    /\{\{-? \/\*.*?\*\/ -?\}\}/gs,
    '',
  );
  expect(template).not.toMatch(/\btpl\b|\blookup\b|include/);
});
