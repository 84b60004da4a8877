import { AlertContacts, Scale, WordPressEnvironment, WordPressOnServerless } from 'alicloud-constructs';
import type { App } from 'cdktf';

/** Where images of this account are kept; Pods on ECI pull them without a password. */
const IMAGES = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress';

/** A site that is tried before it is shown: a test of one Pod, a production that is ready before the evening. */
export function build(app: App): void {
  new WordPressOnServerless(app, 'sites', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    image: `${IMAGES}:6.8.3`,
    contacts: (cloud) => new AlertContacts(cloud, 'contacts', { people: { ops: { email: 'ops@example.com' } } }),
    environments: {
      test: WordPressEnvironment.test({ image: `${IMAGES}:6.8.4` }),
      production: WordPressEnvironment.production({
        site: { title: 'My blog', administrator: { user: 'editor', email: 'editor@example.com' } },
        scale: Scale.onSchedule({
          jobs: [
            { name: 'evening', at: '0 30 18 * * *', replicas: 6 },
            { name: 'night', at: '0 0 1 * * *', replicas: 2 },
          ],
          over: Scale.onCpu({ target: 60, min: 2, max: 12 }),
        }),
      }),
    },
  });
}
