/** What the API server refuses of what Jenkins makes and changes, by hand with L1 classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Release } from '@cdktf/provider-helm/lib/release';
import { AssetType, TerraformAsset, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

const root = join(__dirname, '../..');

export function jenkinsAdmission(apps: Construct, dependsOn: ITerraformDependable[]): Release {
  const chart = new TerraformAsset(apps, 'objects-chart', {
    path: join(root, 'lib/workload/charts/objects'),
    type: AssetType.DIRECTORY,
    assetHash: '1.0.0',
  });
  return new Release(apps, 'admission', {
    name: 'admission',
    namespace: 'jenkins',
    chart: `./${chart.path.replace(/\/$/, '')}`,
    version: '1.0.0',
    values: [readFileSync(join(root, 'bench/texts/admission.yaml.txt'), 'utf8')],
    timeout: 600,
    atomic: true,
    maxHistory: 5,
    dependsOn,
  });
}
