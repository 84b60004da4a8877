/** Directory of WordPress in the image. */
export const WEB_ROOT = '/var/www/html';

/** Where the shared files are seen. */
export const CONTENT = `${WEB_ROOT}/wp-content`;

/** The directory of the file system that they are kept in: each site its own, should several share one. */
export function contentDirectory(namespace: string): string {
  return `/${namespace}/wp-content`;
}

/** Limits of PHP for uploads: a request holds its file and a little more. */
export function phpSettings(uploadMib: number): string {
  return [`upload_max_filesize = ${uploadMib}M`, `post_max_size = ${uploadMib + 8}M`, 'expose_php = Off', ''].join(
    '\n',
  );
}

/** Processes of Apache: as many as the memory of a Pod and the connections of the database bear. */
export function apacheSettings(workers: number): string {
  return [
    '<IfModule mpm_prefork_module>',
    `  StartServers ${Math.min(workers, 4)}`,
    '  MinSpareServers 2',
    `  MaxSpareServers ${Math.max(2, Math.min(workers, 6))}`,
    `  ServerLimit ${workers}`,
    `  MaxRequestWorkers ${workers}`,
    '</IfModule>',
    '# Ends open requests before a Pod goes.',
    'GracefulShutdownTimeout 25',
    'ServerTokens Prod',
    '',
  ].join('\n');
}

/**
 * What the image's wp-config.php runs at its end. Addresses come from variables, so that no value of the program is
 * ever read as PHP.
 */
export const CONFIG_EXTRA = [
  "define('WP_HOME', getenv('SITE_URL'));",
  "define('WP_SITEURL', getenv('SITE_URL'));",
  "if (strpos(getenv('SITE_URL'), 'https://') === 0) {",
  "  define('FORCE_SSL_ADMIN', true);",
  "  $_SERVER['HTTPS'] = 'on';",
  '}',
  '// One CronJob does what every visit would otherwise try to.',
  "define('DISABLE_WP_CRON', true);",
  '// What runs is what the image holds.',
  "define('AUTOMATIC_UPDATER_DISABLED', true);",
  "if (!getenv('SITE_INSTALLING')) {",
  "  define('DISALLOW_FILE_MODS', true);",
  '}',
  "if (getenv('REDIS_HOST')) {",
  '  // Sites that share an instance must not read what the other one keeps there.',
  "  define('WP_REDIS_PREFIX', getenv('SITE_URL') . ':');",
  "  define('WP_REDIS_HOST', getenv('REDIS_HOST'));",
  "  define('WP_REDIS_PORT', (int) getenv('REDIS_PORT'));",
  "  define('WP_REDIS_PASSWORD', [getenv('REDIS_USERNAME'), getenv('REDIS_PASSWORD')]);",
  '} else {',
  "  define('WP_REDIS_DISABLED', true);",
  '}',
].join('\n');
