import { WordPressOnEciBurst } from 'alicloud-constructs';
import type { App } from 'cdktf';

/** A blog that bursts to ECI: 22 Pods on nodes all year, up to 100 when everybody comes at once. */
export function build(app: App): void {
  new WordPressOnEciBurst(app, 'blog', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3',
  });
}
