import type { LoginData } from './configuration/login';
import { pluginsText } from './configuration/plugins';
import type { ResolvedJenkins } from './jenkins-defaults';
import type { JenkinsPluginsData } from './jenkins-plugins';

/** Where the official image keeps what it lays into a new home. */
const REFERENCE = '/usr/share/jenkins/ref';

/** Home of the controller in the image. */
export const HOME = '/var/jenkins_home';

/** Where the plugins lie: a disk of the Pod's own in the home, so that they are those of this Pod and no others. */
export const PLUGIN_FOLDER = `${HOME}/plugins`;

/** The list of plugins, one `id:version` in a line: those of the configuration, and those that were asked for besides. */
export function pluginList({
  login,
  locale,
  controller,
}: Pick<ResolvedJenkins, 'login' | 'locale' | 'controller'>): string {
  const also = [...controller.plugins.also].sort().map((one) => `${one}\n`);
  return `${pluginsText({ login: { kind: login.kind } as LoginData, locale })}${also.join('')}`;
}

/** Variables of the container that sees to the plugins. */
export function pluginEnvironment(plugins: JenkinsPluginsData, list: string): Readonly<Record<string, string>> {
  return {
    PLUGIN_LIST: list,
    PLUGIN_FOLDER: plugins.kind === 'image' ? `${REFERENCE}/plugins` : PLUGIN_FOLDER,
    ...(plugins.kind === 'download' && plugins.updateCenter !== undefined ? { JENKINS_UC: plugins.updateCenter } : {}),
  };
}

/**
 * Sees to it that every plugin of the list is there in its version, before Jenkins starts: without those that configure it, it would be
 * open to everybody.
 */
export function pluginScript({ kind }: JenkinsPluginsData): string {
  return [
    'set -eu',
    ...(kind === 'download'
      ? [
          '# What the tool keeps goes with the Pod.',
          'CACHE_DIR=/tmp/plugin-cache jenkins-plugin-cli --plugin-file "$PLUGIN_LIST" --plugin-download-directory "$PLUGIN_FOLDER" --latest false',
        ]
      : []),
    'wrong=0',
    'while IFS=: read -r id version; do',
    '  [ -n "$id" ] || continue',
    '  file=$PLUGIN_FOLDER/$id.jpi',
    '  [ -e "$file" ] || file=$PLUGIN_FOLDER/$id.hpi',
    "  found=$(unzip -p \"$file\" META-INF/MANIFEST.MF 2> /dev/null | tr -d '\\r' | sed -n 's/^Plugin-Version: *\\([^ ]*\\).*/\\1/p') || true",
    '  if [ "$found" != "$version" ]; then',
    '    echo "plugin $id: ${found:-none}, wanted $version" >&2',
    '    wrong=1',
    '  fi',
    'done < "$PLUGIN_LIST"',
    'if [ "$wrong" = 1 ]; then',
    '  echo "make the image anew with this list: jenkins-plugin-cli --plugin-file plugins.txt --latest false" >&2',
    'fi',
    'exit "$wrong"',
    '',
  ].join('\n');
}
