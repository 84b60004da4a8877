import {
  JENKINS_CORE,
  PLUGIN_CHECK,
  PLUGINS,
  pluginsOf,
  pluginsText,
} from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/plugins';

const ids = (kind: 'local' | 'ldap' | 'oidc', locale = 'en') =>
  pluginsOf({ login: { kind }, locale }).map(({ id }) => id);

describe('the plugins', () => {
  it('are pinned, each once, in the order of their ids', () => {
    const text = pluginsText({ login: { kind: 'oidc' }, locale: 'zh_CN' });
    const lines = text.trimEnd().split('\n');
    const named = lines.map((line) => line.split(':')[0]);
    expect(named).toEqual([...new Set(named)].sort());
    lines.forEach((line) => expect(line).toMatch(/^[a-z-]+:\d[\w.-]*$/));
    expect(text).not.toMatch(/latest|experimental/);
  });

  it('are those of the way to log in, and of no other', () => {
    expect(ids('local')).toEqual(PLUGINS.map(({ id }) => id).sort());
    expect(ids('ldap')).toContain('ldap');
    expect(ids('ldap')).not.toContain('oic-auth');
    expect(ids('oidc')).toContain('oic-auth');
    expect(ids('oidc')).not.toContain('ldap');
  });

  it('know Chinese where it is spoken', () => {
    expect(ids('local', 'zh_CN')).toContain('localization-zh-cn');
    expect(ids('local', 'en')).not.toContain('localization-zh-cn');
  });

  it('are what the configuration and the pipelines use', () => {
    // Which plugin brings a key of the configuration, or a step.
    expect(ids('local')).toEqual(
      expect.arrayContaining([
        'cloudbees-folder',
        'configuration-as-code',
        'credentials-binding',
        'git',
        'job-dsl',
        'junit',
        'kubernetes',
        'lockable-resources',
        'matrix-auth',
        'pipeline-build-step',
        'pipeline-groovy-lib',
        'pipeline-input-step',
        'pipeline-milestone-step',
        'pipeline-model-definition',
        'plain-credentials',
        'script-security',
        'ssh-credentials',
        'timestamper',
        'workflow-multibranch',
      ]),
    );
  });

  it('can be held against the core before an image is made', () => {
    expect(PLUGIN_CHECK).toContain(`--jenkins-version ${JENKINS_CORE} --latest false --no-download`);
  });
});
