/** Where the installation finds its two files. */
export const INSTALL_SH = '/opt/site/install.sh';
export const INSTALL_PHP = '/opt/site/install.php';

/**
 * What the installation runs: the image's own start puts WordPress and the shared `wp-content` in place and ends at once,
 * since Apache is only asked for its version. That start leaves plugins and themes alone that are there already, those of the
 * image before included, so that each is then changed for the image's where the two differ. At last the site is installed.
 */
export const INSTALL_SCRIPT = [
  'set -eu',
  'cd /var/www/html',
  'docker-entrypoint.sh apache2 -v',
  '# A hidden directory is none for WordPress; the change itself is two names.',
  'for kind in plugins themes; do',
  '  for from in /usr/src/wordpress/wp-content/"$kind"/*/; do',
  '    name=$(basename "$from")',
  '    to="wp-content/$kind/$name"',
  '    if [ -e "$from" ] && ! diff -rq "$from" "$to" > /dev/null 2>&1; then',
  '      rm -rf "wp-content/$kind/.new-$name" "wp-content/$kind/.old-$name"',
  '      cp -R "$from" "wp-content/$kind/.new-$name"',
  '      chown -R www-data:www-data "wp-content/$kind/.new-$name"',
  '      if [ -e "$to" ]; then mv "$to" "wp-content/$kind/.old-$name"; fi',
  '      mv "wp-content/$kind/.new-$name" "$to"',
  '      rm -rf "wp-content/$kind/.old-$name"',
  '      echo "$to is that of the image"',
  '    fi',
  '  done',
  'done',
  `php ${INSTALL_PHP}`,
  '# What was written as root belongs to Apache.',
  'for made in languages upgrade object-cache.php; do',
  '  if [ -e "wp-content/$made" ]; then chown -R www-data:www-data "wp-content/$made"; fi',
  'done',
  'mkdir -p wp-content/uploads',
  'chown www-data:www-data wp-content wp-content/uploads',
  '',
].join('\n');

/**
 * Installs the site once: language, tables, administrator, what search engines are told. Run again it brings the tables up
 * to the image's version, and sets the administrator's password where another one was drawn; the rest is left to people.
 */
export const INSTALL_PROGRAM = `<?php
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
