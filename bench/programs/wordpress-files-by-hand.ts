/** The files that the Pods of WordPress are given, as somebody keeps them beside the program. */

/** What the image's wp-config.php runs at its end. */
export const CONFIG_EXTRA = `define('WP_HOME', getenv('SITE_URL'));
define('WP_SITEURL', getenv('SITE_URL'));
if (strpos(getenv('SITE_URL'), 'https://') === 0) {
  define('FORCE_SSL_ADMIN', true);
  $_SERVER['HTTPS'] = 'on';
}
// One CronJob does what every visit would otherwise try to.
define('DISABLE_WP_CRON', true);
// What runs is what the image holds.
define('AUTOMATIC_UPDATER_DISABLED', true);
if (!getenv('SITE_INSTALLING')) {
  define('DISALLOW_FILE_MODS', true);
}
if (getenv('REDIS_HOST')) {
  // Sites that share an instance must not read what the other one keeps there.
  define('WP_REDIS_PREFIX', getenv('SITE_URL') . ':');
  define('WP_REDIS_HOST', getenv('REDIS_HOST'));
  define('WP_REDIS_PORT', (int) getenv('REDIS_PORT'));
  define('WP_REDIS_PASSWORD', [getenv('REDIS_USERNAME'), getenv('REDIS_PASSWORD')]);
} else {
  define('WP_REDIS_DISABLED', true);
}`;

export const apacheConf = (workers: number) => `<IfModule mpm_prefork_module>
  StartServers 4
  MinSpareServers 2
  MaxSpareServers 6
  ServerLimit ${workers}
  MaxRequestWorkers ${workers}
</IfModule>
# Ends open requests before a Pod goes.
GracefulShutdownTimeout 25
ServerTokens Prod
`;

export const PHP_INI = `upload_max_filesize = 64M
post_max_size = 72M
expose_php = Off
`;

export const INSTALL_SH = `set -eu
cd /var/www/html
docker-entrypoint.sh apache2 -v
# A hidden directory is none for WordPress; the change itself is two names.
for kind in plugins themes; do
  for from in /usr/src/wordpress/wp-content/"$kind"/*/; do
    name=$(basename "$from")
    to="wp-content/$kind/$name"
    if [ -e "$from" ] && ! diff -rq "$from" "$to" > /dev/null 2>&1; then
      rm -rf "wp-content/$kind/.new-$name" "wp-content/$kind/.old-$name"
      cp -R "$from" "wp-content/$kind/.new-$name"
      chown -R www-data:www-data "wp-content/$kind/.new-$name"
      if [ -e "$to" ]; then mv "$to" "wp-content/$kind/.old-$name"; fi
      mv "wp-content/$kind/.new-$name" "$to"
      rm -rf "wp-content/$kind/.old-$name"
      echo "$to is that of the image"
    fi
  done
done
php /opt/site/install.php
# What was written as root belongs to Apache.
for made in languages upgrade object-cache.php; do
  if [ -e "wp-content/$made" ]; then chown -R www-data:www-data "wp-content/$made"; fi
done
mkdir -p wp-content/uploads
chown www-data:www-data wp-content wp-content/uploads
`;

export const LOAD_SH = `set -eu
step=1
while [ "$step" -le "$MINUTES" ]; do
  users=$((USERS * step / MINUTES))
  echo "minute $step: $users visitors at the same time"
  ab -q -r -l -c "$users" -t 60 -n 10000000 "$TARGET/"
  step=$((step + 1))
done
`;

export const INSTALL_PHP = `<?php
define('WP_INSTALLING', true);
define('FS_METHOD', 'direct');
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE_URL'), PHP_URL_HOST);
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
require '/var/www/html/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/translation-install.php';

function give_up($why) {
  fwrite(STDERR, $why . PHP_EOL);
  exit(1);
}

$locale = getenv('SITE_LOCALE');
$user_name = getenv('SITE_ADMIN_USER');
$password = getenv('SITE_ADMIN_PASSWORD');
$rotation = getenv('SITE_ADMIN_ROTATION');

$drop_in = WP_CONTENT_DIR . '/object-cache.php';
$plugin = WP_CONTENT_DIR . '/plugins/redis-object-cache/includes/object-cache.php';
if (getenv('SITE_REDIS') === 'yes') {
  if (!file_exists($plugin)) {
    give_up('The site is to use Redis, and the image has no plugin redis-object-cache.');
  }
  copy($plugin, $drop_in) or give_up('Cannot write ' . $drop_in);
} elseif (file_exists($drop_in) && file_exists($plugin) && md5_file($drop_in) === md5_file($plugin)) {
  unlink($drop_in);
}

if (!is_blog_installed()) {
  if ($locale !== 'en_US') {
    if (!wp_download_language_pack($locale)) {
      give_up('No language pack ' . $locale . ': put it into wp-content/languages of the image, or let the Pods reach wordpress.org.');
    }
    load_default_textdomain($locale);
  }
  $public = getenv('SITE_SEARCH_ENGINES') === 'yes' ? 1 : 0;
  add_filter('pre_wp_mail', '__return_true');
  $made = wp_install(getenv('SITE_TITLE'), $user_name, getenv('SITE_ADMIN_EMAIL'), $public, '', $password, $locale === 'en_US' ? '' : $locale);
  if (is_wp_error($made)) {
    give_up($made->get_error_message());
  }
  update_option('site_admin_rotation', $rotation);
  echo 'Installed.', PHP_EOL;
  exit(0);
}

wp_upgrade();
if (get_option('site_admin_rotation') !== $rotation) {
  $user = get_user_by('login', $user_name);
  if (!$user) {
    give_up('There is no user ' . $user_name . ' whose password could be set.');
  }
  wp_set_password($password, $user->ID);
  update_option('site_admin_rotation', $rotation);
}
echo 'Installed already; tables are those of this version.', PHP_EOL;
`;
