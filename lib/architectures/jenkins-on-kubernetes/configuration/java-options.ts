import type { JenkinsSettings } from './settings';

/**
 * Options of the controller's Java that no configuration as code reaches: no wizard at the first start, time zone and
 * language. The file of the configuration is named by `CASC_JENKINS_CONFIG`.
 *
 * Source: https://github.com/jenkinsci/configuration-as-code-plugin/blob/master/README.md#getting-started,
 * https://www.jenkins.io/doc/book/managing/system-properties/, https://www.jenkins.io/doc/book/managing/change-system-timezone/
 */
export function javaOptions({ timezone, locale }: Pick<JenkinsSettings, 'timezone' | 'locale'>): readonly string[] {
  const [language, country] = locale.split('_');
  return Object.freeze([
    '-Djenkins.install.runSetupWizard=false',
    `-Duser.timezone=${timezone}`,
    `-Dorg.apache.commons.jelly.tags.fmt.timeZone=${timezone}`,
    `-Duser.language=${language}`,
    ...(country === undefined ? [] : [`-Duser.country=${country}`]),
  ]);
}
