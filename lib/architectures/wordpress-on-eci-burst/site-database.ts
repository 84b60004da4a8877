import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IWorkload } from '../../core/workload';

const NAMES = Object.freeze({
  host: 'DB_HOST',
  port: 'DB_PORT',
  database: 'WORDPRESS_DB_NAME',
  user: 'WORDPRESS_DB_USER',
  password: 'WORDPRESS_DB_PASSWORD',
});

/** An account of its own for a workload, under the names that the image reads. */
export function connectDatabase(
  database: IMysqlInstance,
  workload: IWorkload,
  { name, rotation }: { readonly name: string; readonly rotation: string },
): void {
  database.grantConnect(workload, { database: name, rotation, environment: NAMES });
  workload.pod.addEnvironment('WORDPRESS_DB_HOST', '$(DB_HOST):$(DB_PORT)');
}
