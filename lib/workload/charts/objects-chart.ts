import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AssetType, TerraformAsset, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/** Version of the chart; raised whenever its template changes, since helm does not see an edited template otherwise. */
export const OBJECTS_CHART_VERSION = '1.0.0';

const FOLDER = 'objects';
const ASSET = 'objects-chart';

/**
 * Path of the chart that creates whatever objects its values hold, seen from the folder of a stack. The chart is copied
 * beside the stack once, whatever it is used for, so that output is the same on every machine.
 */
export function objectsChart(construct: Construct): string {
  const stack = TerraformStack.of(construct);
  const asset =
    (stack.node.tryFindChild(ASSET) as TerraformAsset | undefined) ??
    new TerraformAsset(stack, ASSET, {
      path: source(),
      type: AssetType.DIRECTORY,
      assetHash: OBJECTS_CHART_VERSION,
    });
  return `./${asset.path.replace(/\/$/, '')}`;
}

/** Beside this module in the sources; further down from the bundle of the compiled library. */
function source(): string {
  const found = [join(__dirname, FOLDER), join(__dirname, 'workload/charts', FOLDER)].find((folder) =>
    existsSync(join(folder, 'Chart.yaml')),
  );
  if (found === undefined) {
    throw new Error(
      'the chart for objects did not come along (is the program bundled?): leave alicloud-constructs out of the bundle',
    );
  }
  return found;
}
