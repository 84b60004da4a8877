import { AgentPlace } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { Credential } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/credential';
import { jenkinsConfiguration } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/jenkins-configuration';
import { javaOptions } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/java-options';
import { Login } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/login';
import { blockOf, embeddedScript, groovyShape } from './groovy-shape';
import { SETTINGS, SHOP } from './settings-example';
import { cloudOf, written } from './written';

const credentialsOf = (settings = SETTINGS) => written(settings).credentials.system.domainCredentials[0]!.credentials;

describe('a controller', () => {
  it('runs nothing itself, asks nobody to set it up, and has no port for agents', () => {
    const { jenkins } = written(SETTINGS);
    expect(jenkins).toMatchObject({ numExecutors: 0, mode: 'EXCLUSIVE', slaveAgentPort: -1, crumbIssuer: 'standard' });
    expect(javaOptions({ timezone: 'Asia/Shanghai', locale: 'zh_CN' })).toEqual([
      '-Djenkins.install.runSetupWizard=false',
      '-Duser.timezone=Asia/Shanghai',
      '-Dorg.apache.commons.jelly.tags.fmt.timeZone=Asia/Shanghai',
      '-Duser.language=zh',
      '-Duser.country=CN',
    ]);
  });

  it('knows the address that links are made from, with its slash', () => {
    expect(written(SETTINGS).unclassified['location']).toEqual({
      url: 'https://ci.example.com/',
      adminAddress: 'platform@example.com',
    });
    expect(written({ ...SETTINGS, url: 'https://ci.example.com' }).unclassified['location']).toMatchObject({
      url: 'https://ci.example.com/',
    });
  });

  it('lets scripts of pipelines run in the sandbox and nowhere else', () => {
    expect(written(SETTINGS).security).toMatchObject({
      scriptApproval: { forceSandbox: true },
      globalJobDslSecurityConfiguration: { useScriptSecurity: true },
      apiToken: { creationOfLegacyTokenEnabled: false, tokenGenerationOnCreationEnabled: false },
    });
  });

  it('speaks by SSH to the servers of Git whose keys it was given', () => {
    const key = 'code.example.com ssh-ed25519 AAAA';
    expect(written({ ...SETTINGS, gitHostKeys: [key] }).security).toMatchObject({
      gitHostKeyVerificationConfiguration: {
        sshHostKeyVerificationStrategy: { manuallyProvidedKeyVerificationStrategy: { approvedHostKeys: key } },
      },
    });
  });

  it('takes each library in the version that is said here, whatever a pipeline asks for', () => {
    const libraries = [{ name: 'steps', git: { url: 'https://code.example.com/steps.git', branch: 'v3' } }];
    expect(written({ ...SETTINGS, libraries }).unclassified['globalLibraries']).toEqual({
      libraries: [
        {
          name: 'steps',
          defaultVersion: 'v3',
          implicit: false,
          allowVersionOverride: false,
          retriever: { modernSCM: { scm: { git: { remote: 'https://code.example.com/steps.git' } } } },
        },
      ],
    });
  });
});

describe('whoever logs in', () => {
  it('has an account of Jenkins, whose password is in a file', () => {
    expect(written(SETTINGS).jenkins['securityRealm']).toEqual({
      local: {
        allowsSignup: false,
        users: [{ id: 'admin', name: 'admin', password: '${trim:${readFile:/secrets/administrator/password}}' }],
      },
    });
  });

  it('has one of a directory instead, and no other', () => {
    const login = Login.ldap({
      server: 'ldaps://ldap.example.com',
      root: 'dc=example,dc=com',
      userSearch: 'uid={0}',
      groupSearchBase: 'ou=groups',
      manager: { dn: 'cn=jenkins', passwordFile: '/secrets/ldap/password' },
    });
    expect(written({ ...SETTINGS, login }).jenkins['securityRealm']).toEqual({
      ldap: {
        configurations: [
          {
            server: 'ldaps://ldap.example.com',
            rootDN: 'dc=example,dc=com',
            managerDN: 'cn=jenkins',
            managerPasswordSecret: '${trim:${readFile:/secrets/ldap/password}}',
            userSearch: 'uid={0}',
            groupSearchBase: 'ou=groups',
          },
        ],
        cache: { size: 100, ttl: 60 },
        userIdStrategy: 'caseInsensitive',
        groupIdStrategy: 'caseSensitive',
      },
    });
  });

  it('has one of a provider of OpenID Connect instead', () => {
    const wellKnownUrl = 'https://id.example.com/.well-known/openid-configuration';
    const login = Login.oidc({ wellKnownUrl, clientId: 'jenkins', clientSecretFile: '/secrets/oidc/secret' });
    expect(written({ ...SETTINGS, login }).jenkins['securityRealm']).toMatchObject({
      oic: {
        serverConfiguration: { wellKnown: { wellKnownOpenIDConfigurationUrl: wellKnownUrl } },
        clientSecret: '${trim:${readFile:/secrets/oidc/secret}}',
        userNameField: 'preferred_username',
        groupsFieldName: 'groups',
        properties: ['pkce'],
      },
    });
  });

  it('may do what the role says, and without a role nothing', () => {
    const { authorizationStrategy } = written(SETTINGS).jenkins as unknown as {
      authorizationStrategy: { projectMatrix: { entries: Record<string, { name: string; permissions: string[] }>[] } };
    };
    const { entries } = authorizationStrategy.projectMatrix;
    const permissions = new Map(
      entries.flatMap((one) =>
        Object.entries(one).map(([kind, { name, permissions }]) => [`${kind} ${name}`, permissions]),
      ),
    );
    expect([...permissions.keys()]).toEqual(['group developers', 'group release-managers', 'user admin', 'user wei']);
    expect(permissions.get('user admin')).toEqual(['Overall/Administer']);
    expect(permissions.get('group developers')).toEqual([
      'Job/Build',
      'Job/Cancel',
      'Job/Read',
      'Overall/Read',
      'View/Read',
    ]);
  });

  it('may change no job and run no build with another script, unless to administer', () => {
    const text = jenkinsConfiguration(SETTINGS);
    expect(text).not.toMatch(/Job\/Configure|Job\/Create|Job\/Move|Run\/Replay|Credentials\/|Agent\//);
  });

  it('has the permissions of both roles', () => {
    const wei = { kind: 'user' as const, name: 'wei' };
    const people = { administrators: [wei], developers: [wei], approvers: [wei] };
    expect(written({ ...SETTINGS, people }).jenkins['authorizationStrategy']).toEqual({
      projectMatrix: {
        entries: [
          {
            user: {
              name: 'wei',
              permissions: ['Job/Build', 'Job/Cancel', 'Job/Read', 'Overall/Administer', 'Overall/Read', 'View/Read'],
            },
          },
        ],
      },
    });
  });
});

describe('credentials', () => {
  it('come from files, each kind as Jenkins wants it', () => {
    const credentials = [
      Credential.login({ id: 'git' }, { user: 'robot', passwordFile: '/s/token' }),
      Credential.sshKey({ id: 'key' }, { user: 'git', keyFile: '/s/key', passphraseFile: '/s/phrase' }),
      Credential.text({ id: 'chat', description: 'Chat' }, '/s/chat'),
      Credential.file({ id: 'settings' }, '/s/settings.xml', 'settings.xml'),
    ];
    expect(credentialsOf({ ...SETTINGS, credentials }).slice(1)).toEqual([
      {
        usernamePassword: {
          scope: 'GLOBAL',
          id: 'git',
          description: 'git',
          username: 'robot',
          password: '${trim:${readFile:/s/token}}',
        },
      },
      {
        basicSSHUserPrivateKey: {
          scope: 'GLOBAL',
          id: 'key',
          description: 'key',
          username: 'git',
          passphrase: '${trim:${readFile:/s/phrase}}',
          privateKeySource: { directEntry: { privateKey: '${readFile:/s/key}' } },
        },
      },
      { string: { scope: 'GLOBAL', id: 'chat', description: 'Chat', secret: '${trim:${readFile:/s/chat}}' } },
      {
        file: {
          scope: 'GLOBAL',
          id: 'settings',
          description: 'settings',
          fileName: 'settings.xml',
          secretBytes: '${readFileBase64:/s/settings.xml}',
        },
      },
    ]);
  });

  it('are such that no pipeline can ask for the one that makes Pods of releases', () => {
    expect(credentialsOf()[0]).toEqual({
      string: {
        scope: 'SYSTEM',
        id: 'release-agents',
        description: 'Makes Pods of releases',
        secret: '${trim:${readFile:/secrets/release/token}}',
      },
    });
  });
});

describe('where Pods of agents come from', () => {
  it('is one place for builds and one for releases, in two namespaces and by two identities', () => {
    const builds = cloudOf(SETTINGS, 'builds');
    const releases = cloudOf(SETTINGS, 'releases');
    expect([builds.namespace, releases.namespace]).toEqual(['ci-agents', 'ci-release']);
    expect([builds['credentialsId'], releases['credentialsId']]).toEqual([undefined, 'release-agents']);
    expect(releases['serverCertificate']).toBe('${readFile:/var/run/secrets/kubernetes.io/serviceaccount/ca.crt}');
  });

  it('is for the folder of its name alone', () => {
    const shape = groovyShape(written(SETTINGS).jobs[0]!.script);
    for (const place of ['builds', 'releases']) {
      expect(cloudOf(SETTINGS, place)['usageRestricted']).toBe(true);
      const permitted = blockOf(shape, `folder('${place}')`, 'properties', 'kubernetes').statements;
      expect(permitted).toEqual([`permittedClouds(['${place}'])`]);
    }
  });

  it('makes a Pod for each build and keeps none', () => {
    for (const { templates, podRetention } of [cloudOf(SETTINGS, 'builds'), cloudOf(SETTINGS, 'releases')]) {
      expect(podRetention).toBe('never');
      for (const template of templates) {
        expect(template).toMatchObject({ podRetention: 'never', idleMinutes: 0, nodeUsageMode: 'EXCLUSIVE' });
        expect(template).not.toHaveProperty('label');
      }
    }
  });

  it('speaks to the controller by WebSocket, at its address within the cluster', () => {
    expect(cloudOf(SETTINGS, 'builds')).toMatchObject({
      webSocket: true,
      jenkinsUrl: 'http://jenkins.ci.svc.cluster.local:8080/',
      containerCapStr: '20',
    });
  });

  it('has one template of tests for each application', () => {
    const cart = { ...SHOP, name: 'cart' };
    const names = cloudOf({ ...SETTINGS, applications: [SHOP, cart] }, 'builds').templates.map(({ name }) => name);
    expect(names).toEqual(['build', 'deploy', 'scan', 'test-shop', 'test-cart']);
    expect(cloudOf(SETTINGS, 'releases').templates.map(({ name }) => name)).toEqual(['deploy']);
  });

  it('gives a workspace a limit', () => {
    for (const { workspaceVolume } of cloudOf(SETTINGS, 'builds').templates) {
      expect(workspaceVolume).toEqual({ emptyDir: { memory: false, sizeLimit: '10Gi' } });
    }
  });
});

describe('an application', () => {
  const jobs = written(SETTINGS).jobs[1]!.script;
  const shape = groovyShape(jobs);

  it('is built from every branch that was asked for, by the pipeline of the branch', () => {
    const job = blockOf(shape, "multibranchPipelineJob('builds/shop')");
    expect(blockOf(job, 'branchSources', 'git').statements).toEqual([
      "id('shop')",
      "remote('https://code.example.com/acme/shop.git')",
      "credentialsId('git')",
      "includes('main feature/*')",
    ]);
    expect(blockOf(job, 'factory', 'workflowBranchProjectFactory').statements).toEqual(["scriptPath('Jenkinsfile')"]);
  });

  it('is released by a pipeline that is part of the configuration, in the sandbox', () => {
    const job = blockOf(shape, "pipelineJob('releases/shop')");
    expect(blockOf(job, 'definition', 'cps').statements).toContain('sandbox(true)');
    expect(embeddedScript(jobs)).toContain("cloud 'releases'");
  });

  it('is released by approvers; developers look on', () => {
    const matrix = blockOf(
      groovyShape(written(SETTINGS).jobs[0]!.script),
      "folder('releases')",
      'properties',
      'authorizationMatrix',
    );
    expect(blockOf(matrix, 'inheritanceStrategy').statements).toEqual(['nonInheriting()']);
    expect(blockOf(matrix, 'entries').blocks.map(({ head, statements }) => [head, ...statements])).toEqual([
      ['group', "name('developers')", "permissions(['Job/Read'])"],
      ['group', "name('release-managers')", "permissions(['Job/Build', 'Job/Cancel', 'Job/Read'])"],
      ['user', "name('wei')", "permissions(['Job/Build', 'Job/Cancel', 'Job/Read'])"],
    ]);
  });
});

it('is the same text every time', () => {
  expect(jenkinsConfiguration(SETTINGS)).toBe(jenkinsConfiguration({ ...SETTINGS }));
});

it('is text that Helm would not take for a template of its own', () => {
  const serverless = { ...SETTINGS.agents, place: AgentPlace.serverless() };
  expect(jenkinsConfiguration({ ...SETTINGS, agents: serverless })).not.toContain('{{');
});
