import { Testing, type App } from 'cdktf';
import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import type { WordPressOnServerlessProps } from '../../../lib/architectures/wordpress-on-serverless/serverless-props';
import { WordPressOnServerless } from '../../../lib/architectures/wordpress-on-serverless/wordpress-on-serverless';

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
export const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3';

/** A test and a production with nothing but what has to be said, and what a test changes of it. */
export function twoSites(
  props: Partial<WordPressOnServerlessProps> = {},
  app: App = Testing.app(),
): WordPressOnServerless {
  const environments = { test: WordPressEnvironment.test(), production: WordPressEnvironment.production() };
  return new WordPressOnServerless(app, 'blog', {
    region: 'cn-hangzhou',
    zones: ZONES,
    image: IMAGE,
    environments,
    ...props,
  });
}
