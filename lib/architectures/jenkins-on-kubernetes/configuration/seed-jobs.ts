import { groovyList, groovyText } from './groovy';
import { PLACES, releaseJob } from './names';
import { releaseGrants, type Grant } from './people-section';
import { releasePipeline } from './release-pipeline';
import type { ApplicationSettings, JenkinsSettings, PeopleSettings } from './settings';

/**
 * The folders and pipelines, as a script of Job DSL that runs whenever Jenkins starts; what people changed by hand is then as
 * it is here. Branches of an application bring their own Jenkinsfile; the pipeline that releases it is this text.
 *
 * Source: https://github.com/jenkinsci/job-dsl-plugin/blob/master/docs/JCasC.md,
 * https://github.com/jenkinsci/job-dsl-plugin/tree/master/job-dsl-core/src/main/docs/examples/javaposse/jobdsl/dsl,
 * https://github.com/jenkinsci/kubernetes-plugin/blob/master/src/main/java/org/csanchez/jenkins/plugins/kubernetes/KubernetesFolderProperty.java
 */
export function seedJobs(settings: JenkinsSettings): readonly string[] {
  return [
    lines([...buildsFolder(), ...releasesFolder(settings.people)]),
    ...settings.applications.map((one) => lines([...buildsOf(one), ...releasesOf(one, settings)])),
  ];
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

function buildsFolder(): readonly string[] {
  return [
    `folder(${groovyText(PLACES.builds)}) {`,
    `  description('Code of every branch, built and tested')`,
    '  properties {',
    ...permitted(PLACES.builds),
    '  }',
    '}',
  ];
}

function releasesFolder(people: PeopleSettings): readonly string[] {
  return [
    `folder(${groovyText(PLACES.releases)}) {`,
    `  description('To production, after an approval')`,
    '  properties {',
    '    authorizationMatrix {',
    '      inheritanceStrategy {',
    '        nonInheriting()',
    '      }',
    '      entries {',
    ...releaseGrants(people).flatMap(entry),
    '      }',
    '    }',
    ...permitted(PLACES.releases),
    '  }',
    '}',
  ];
}

function entry({ principal, permissions }: Grant): readonly string[] {
  return [
    `        ${principal.kind} {`,
    `          name(${groovyText(principal.name)})`,
    `          permissions(${groovyList(permissions)})`,
    '        }',
  ];
}

function permitted(place: string): readonly string[] {
  return ['    kubernetes {', `      permittedClouds(${groovyList([place])})`, '    }'];
}

function buildsOf({ name, git, branches, jenkinsfile }: ApplicationSettings): readonly string[] {
  return [
    `multibranchPipelineJob(${groovyText(`${PLACES.builds}/${name}`)}) {`,
    '  branchSources {',
    '    git {',
    `      id(${groovyText(name)})`,
    `      remote(${groovyText(git.url)})`,
    ...(git.credential === undefined ? [] : [`      credentialsId(${groovyText(git.credential)})`]),
    `      includes(${groovyText(`${git.branch} ${branches}`)})`,
    '    }',
    '  }',
    '  factory {',
    '    workflowBranchProjectFactory {',
    `      scriptPath(${groovyText(jenkinsfile)})`,
    '    }',
    '  }',
    '  orphanedItemStrategy {',
    '    discardOldItems {',
    '      daysToKeep(7)',
    '    }',
    '  }',
    '  triggers {',
    '    periodicFolderTrigger {',
    `      interval('5m')`,
    '    }',
    '  }',
    '}',
  ];
}

function releasesOf(application: ApplicationSettings, settings: JenkinsSettings): readonly string[] {
  return [
    `pipelineJob(${groovyText(releaseJob(application))}) {`,
    '  parameters {',
    `    stringParam('IMAGE', '', 'What is released: the repository and the digest of an image')`,
    `    stringParam('COMMIT', '', 'What it was built from')`,
    '  }',
    '  definition {',
    '    cps {',
    '      script([',
    ...releasePipeline(settings, application)
      .trimEnd()
      .split('\n')
      .map((line) => `        ${groovyText(line)},`),
    `      ].join('\\n'))`,
    '      sandbox(true)',
    '    }',
    '  }',
    '}',
  ];
}
