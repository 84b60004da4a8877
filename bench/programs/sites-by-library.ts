/** The architecture WordPressOnServerless, n times: `node sites-by-library.js <n>`. */
import { WordPressEnvironment, WordPressOnServerless } from 'alicloud-constructs';
import { App } from 'cdktf';

const [n = '1'] = process.argv.slice(2);
const app = new App();
for (let copy = 0; copy < Number(n); copy++) {
  new WordPressOnServerless(app, Number(n) === 1 ? 'blog' : `blog-${copy}`, {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3',
    environments: { test: WordPressEnvironment.test(), production: WordPressEnvironment.production() },
  });
}
app.synth();
