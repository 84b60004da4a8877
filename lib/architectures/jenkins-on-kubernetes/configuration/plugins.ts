import type { LoginData } from './login';

/** A plugin of Jenkins in one version. */
export interface JenkinsPlugin {
  /** By which the update site knows it. */
  readonly id: string;
  readonly version: string;
}

/** What the plugins depend on. */
export interface PluginAsk {
  readonly login: { readonly kind: LoginData['kind'] };
  readonly locale: string;
}

/** The Jenkins that the plugins are for: the line of long support, of August 2026. */
export const JENKINS_CORE = '2.568.2';

/**
 * Plugins that the configuration needs, each in the version that the plugin bill of materials of Jenkins was tested with
 * against the line 2.568. What they need themselves comes in the least version that they ask for (`--latest false`), so the
 * whole set is the same every time.
 *
 * Source: https://github.com/jenkinsci/bom/blob/6916.v15ec97679743/bom-weekly/pom.xml, with the exceptions of
 * https://github.com/jenkinsci/bom/blob/6916.v15ec97679743/bom-2.568.x/pom.xml
 */
export const PLUGINS: readonly JenkinsPlugin[] = listed({
  'branch-api': '2.1280.v0d4e5b_b_460ef',
  'cloudbees-folder': '6.1106.v3a_d9a_6d2465e',
  'configuration-as-code': '2117.vc05a_0b_e6b_f4e',
  credentials: '1511.v2e3cb_0008ef0',
  'credentials-binding': '728.v902a_273b_8947',
  git: '5.10.1',
  'git-client': '6.6.1',
  'job-dsl': '3732.v9a_c49a_61a_313',
  junit: '1424.vc64a_edde7777',
  kubernetes: '4547.v52f3080db_8cd',
  'kubernetes-credentials': '207.v492f58828b_ed',
  'lockable-resources': '1539.v4db_b_fc1cc115',
  'matrix-auth': '3.3',
  'pipeline-build-step': '599.v4b_67ea_11b_152',
  'pipeline-graph-view': '998.vc30deece0e36',
  'pipeline-groovy-lib': '798.v5cc688825312',
  'pipeline-input-step': '560.v56198a_642157',
  'pipeline-milestone-step': '152.v6e22b_8cfc66c',
  'pipeline-model-definition': '2.2293.v6e7193cec599',
  'pipeline-stage-step': '345.va_96187909426',
  'plain-credentials': '199.v9f8e1f741799',
  'script-security': '1412.v7737b_3405f86',
  'ssh-credentials': '372.va_250881b_08cd',
  timestamper: '1.30',
  'workflow-basic-steps': '1098.v808b_fd7f8cf4',
  'workflow-cps': '4370.v49a_6937566b_6',
  'workflow-durable-task-step': '1479.v56e587f413a_7',
  'workflow-job': '1571.1580.v18e46842c125',
  'workflow-multibranch': '841.vec5b_9e1806ec',
  'workflow-scm-step': '466.va_d69e602552b_',
});

/** Plugins of the ways to log in; from the same bill of materials. */
const OF_LOGIN = Object.freeze({
  local: listed({}),
  ldap: listed({ ldap: '807.809.vd3a_4e5e4ec98' }),
  oidc: listed({ 'oic-auth': '4.718.ve731df6ca_88a_' }),
});

/**
 * Pages in simplified Chinese. Not in the bill of materials: that the version exists is known, that it goes with this core not.
 *
 * Source: https://plugins.jenkins.io/localization-zh-cn/releases
 */
const OF_CHINESE = listed({ 'localization-zh-cn': '371.v23851f835d6b_' });

/** The plugins that settings need, by id. */
export function pluginsOf({ login, locale }: PluginAsk): readonly JenkinsPlugin[] {
  const chinese = locale.toLowerCase().startsWith('zh') ? OF_CHINESE : [];
  return Object.freeze([...PLUGINS, ...OF_LOGIN[login.kind], ...chinese].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** The same as a file for `jenkins-plugin-cli`. */
export function pluginsText(ask: PluginAsk): string {
  return pluginsOf(ask)
    .map(({ id, version }) => `${id}:${version}\n`)
    .join('');
}

/**
 * Command, for the image of the controller, that says whether every plugin exists and goes with the core, which of them have
 * warnings of security, and which have newer versions; nothing is installed.
 *
 * Source: https://github.com/jenkinsci/plugin-installation-manager-tool#cli-options
 */
export const PLUGIN_CHECK =
  `jenkins-plugin-cli --plugin-file plugins.txt --jenkins-version ${JENKINS_CORE} --latest false --no-download --list ` +
  '--view-all-security-warnings --available-updates';

/** Command, for the image of the controller, that installs them. */
export const PLUGIN_INSTALL = 'jenkins-plugin-cli --plugin-file plugins.txt --latest false';

function listed(versions: Readonly<Record<string, string>>): readonly JenkinsPlugin[] {
  return Object.freeze(Object.entries(versions).map(([id, version]) => Object.freeze({ id, version })));
}
