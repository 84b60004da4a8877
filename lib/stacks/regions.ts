import { distance } from 'fastest-levenshtein';
import { quote, type Problem } from '../core/errors';

/** Public regions by their id, as Alibaba Cloud listed them in 2026; a newer one only earns a warning. */
const KNOWN_REGIONS: readonly string[] = Object.freeze([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'cn-beijing',
  'cn-beijing-finance-1',
  'cn-chengdu',
  'cn-fuzhou',
  'cn-guangzhou',
  'cn-hangzhou',
  'cn-hangzhou-finance',
  'cn-heyuan',
  'cn-hongkong',
  'cn-huhehaote',
  'cn-nanjing',
  'cn-north-2-gov-1',
  'cn-qingdao',
  'cn-shanghai',
  'cn-shanghai-finance-1',
  'cn-shenzhen',
  'cn-shenzhen-finance-1',
  'cn-wuhan-lr',
  'cn-wulanchabu',
  'cn-zhangjiakou',
  'cn-zhengzhou-jva',
  'eu-central-1',
  'eu-west-1',
  'me-central-1',
  'me-east-1',
  'na-south-1',
  'us-east-1',
  'us-southeast-1',
  'us-west-1',
]);

const SHAPE = /^[a-z]{2}-[a-z]+(-[a-z0-9]+)*$/;

/** Problems with a region id: it must have the shape of one, and must not be a zone. */
export function regionProblems(region: unknown): Problem[] {
  if (typeof region !== 'string' || !SHAPE.test(region)) {
    const what = `region ${quote(region)} is not a region id`;
    return [{ code: 'region-invalid', what, value: region, fix: 'write a region id such as region: "cn-hangzhou"' }];
  }
  const parent = KNOWN_REGIONS.find((known) => new RegExp(`^${known}-?[a-z]$`).test(region));
  if (parent !== undefined && !KNOWN_REGIONS.includes(region)) {
    const what = `region ${quote(region)} is a zone of ${quote(parent)}`;
    return [{ code: 'region-invalid', what, value: region, fix: `write region: "${parent}"` }];
  }
  return [];
}

/** Text of the warning for a region that is not in the table, with the closest one that is. */
export function unknownRegion(region: string): string | undefined {
  if (KNOWN_REGIONS.includes(region)) {
    return undefined;
  }
  const close = KNOWN_REGIONS.find((known) => distance(known, region) <= 2);
  const hint = close ? `; did you mean "${close}"?` : '; ignore this if it is newer than this release';
  return `region "${region}" is not known to this release${hint}`;
}
