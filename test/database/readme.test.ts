import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MYSQL_DEFAULTS, MYSQL_CLASSES } from '../../lib/database/mysql-defaults';
import { RedisInstance } from '../../lib/database/redis-instance';
import { blocksOf, fenced } from '../support/hcl-blocks';
import { aShop } from './a-shop';

const README = join(__dirname, '../../lib/database/README.md');

test('the HCL in the README is that of its program', async () => {
  const { cloud, apps, network, mysql, service } = aShop();
  const database = mysql();
  const cache = new RedisInstance(cloud, 'cache', { network });
  const web = service('web');
  database.grantConnect(web, { database: 'orders' });
  cache.grantConnect(web);
  expect(fenced(README, 'hcl')).toEqual([
    await blocksOf(cloud, /^(alicloud_(db|rds|kvstore)_|random_password)/),
    await blocksOf(apps, /^kubernetes_secret_v1$/),
  ]);
});

test('the defaults in the README are those of the library', () => {
  const text = readFileSync(README, 'utf8').replace(/\s+/g, ' ');
  const { gib, growTo } = MYSQL_DEFAULTS.storage;
  expect(text).toContain(`${gib} GiB that grow to ${growTo} GiB`);
  expect(text).toContain(`MysqlCapacity.fixed('${MYSQL_CLASSES.two}')`);
});
