import { clouds } from './clouds';
import { credentials } from './credentials-section';
import { asWritten, type Configuration } from './jcasc-values';
import { securityRealm } from './login-section';
import { authorizationStrategy } from './people-section';
import { seedJobs } from './seed-jobs';
import type { JenkinsSettings, LibrarySettings } from './settings';
import { yamlText } from './yaml-text';

/**
 * The whole configuration of a controller, as the file that configuration as code reads: with it a controller that lost its
 * home is the same again, apart from the builds that were. Nothing is left to a wizard or to hands. It holds no secret; it names
 * the files that hold them.
 *
 * The text contains `${...}` of Jenkins' own: write it by `literal()` into Terraform.
 *
 * Source: https://github.com/jenkinsci/configuration-as-code-plugin, of which each part names its page;
 * https://github.com/jenkinsci/jenkins/blob/jenkins-2.568.2/core/src/main/java/jenkins/model/Jenkins.java
 */
export function jenkinsConfiguration(settings: JenkinsSettings): string {
  const configuration: Configuration = {
    jenkins: jenkins(settings),
    credentials: credentials(settings),
    security: security(settings),
    unclassified: unclassified(settings),
    jobs: seedJobs(settings).map((script) => ({ script })),
  };
  return yamlText(asWritten(configuration));
}

/** Nothing runs on the controller, and its port of agents is shut: they come by WebSocket. */
function jenkins(settings: JenkinsSettings): Configuration {
  return {
    systemMessage:
      'Everything here is configured by a program; what is changed by hand is gone when Jenkins starts again.',
    numExecutors: 0,
    mode: 'EXCLUSIVE',
    slaveAgentPort: -1,
    crumbIssuer: 'standard',
    noUsageStatistics: true,
    disableRememberMe: true,
    markupFormatter: 'plainText',
    scmCheckoutRetryCount: 2,
    securityRealm: securityRealm(settings.login),
    authorizationStrategy: authorizationStrategy(settings.people),
    clouds: clouds(settings),
  };
}

/**
 * Scripts of pipelines run in the sandbox, and nobody can ask for more.
 *
 * Source: https://github.com/jenkinsci/script-security-plugin/blob/master/src/test/resources/org/jenkinsci/plugins/scriptsecurity/scripts/smoke_test.yaml,
 * https://github.com/jenkinsci/git-client-plugin/blob/master/README.adoc#configuration-as-code-sample
 */
function security({ gitHostKeys = [] }: JenkinsSettings): Configuration {
  const known = { manuallyProvidedKeyVerificationStrategy: { approvedHostKeys: gitHostKeys.join('\n') } };
  return {
    apiToken: {
      creationOfLegacyTokenEnabled: false,
      tokenGenerationOnCreationEnabled: false,
      usageStatisticsEnabled: true,
    },
    gitHostKeyVerificationConfiguration: {
      sshHostKeyVerificationStrategy: gitHostKeys.length > 0 ? known : 'knownHostsFileVerificationStrategy',
    },
    globalJobDslSecurityConfiguration: { useScriptSecurity: true },
    scriptApproval: { forceSandbox: true },
  };
}

function unclassified({ url, mail, libraries }: JenkinsSettings): Configuration {
  return {
    location: { url: url.endsWith('/') ? url : `${url}/`, adminAddress: mail },
    buildDiscarders: {
      configuredBuildDiscarders: [
        'jobBuildDiscarder',
        { simpleBuildDiscarder: { discarder: { logRotator: { daysToKeepStr: '90' } } } },
      ],
    },
    timestamper: { allPipelines: true },
    ...(libraries.length === 0 ? {} : { globalLibraries: { libraries: libraries.map(library) } }),
  };
}

/** No pipeline chooses another version of a library: it runs outside of the sandbox, and so would a branch of it. */
function library({ name, git }: LibrarySettings): Configuration {
  return {
    name,
    defaultVersion: git.branch,
    implicit: false,
    allowVersionOverride: false,
    retriever: { modernSCM: { scm: { git: { remote: git.url, credentialsId: git.credential } } } },
  };
}
