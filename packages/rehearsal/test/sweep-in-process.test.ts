import { BUILT_IN, loadBuiltIn } from '../src/schema/load';
import type { Fill } from './sweep/configuration';
import { live, query } from './sweep/in-process';

const FILLS: readonly Fill[] = ['minimal', 'full'];

describe.each(Object.keys(BUILT_IN))('%s, without Terraform', (address) => {
  const source = loadBuiltIn(address);

  test('every resource type is planned, made, changed, and the next plan is empty', async () => {
    const wrong: string[] = [];
    for (const type of Object.keys(source.schema.resource_schemas ?? {})) {
      for (const fill of FILLS) {
        wrong.push(...(await live(source, type, fill, true)).map((one) => `${type} ${fill}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('every data source answers, twice the same', () => {
    const wrong = Object.keys(source.schema.data_source_schemas ?? {}).flatMap((type) =>
      FILLS.flatMap((fill) => query(source, type, fill).map((one) => `${type} ${fill}: ${one}`)),
    );
    expect(wrong).toEqual([]);
  });
});
