import { deployStep } from './deploy-steps';
import { groovyText } from './groovy';
import { PLACES, releasingJob } from './names';
import type { ApplicationSettings, JenkinsSettings } from './settings';

/**
 * The pipeline that brings an image to production, as declarative text. No branch can change it: it is part of the
 * configuration. It takes an image by its digest, from the one repository of the application, and only from the build of the branch
 * that is released, or from a person who may start it (to go back to an older image). Then it waits for an approval, without
 * any Pod. A newer release that is approved ends older ones that still wait.
 *
 * Source: https://www.jenkins.io/doc/book/pipeline/syntax/, https://github.com/jenkinsci/pipeline-input-step-plugin,
 * https://github.com/jenkinsci/pipeline-model-definition-plugin/blob/master/pipeline-model-definition/src/main/resources/org/jenkinsci/plugins/pipeline/modeldefinition/ModelInterpreter.groovy,
 * by which options are before the agent, and hold while a stage waits for its input: so the lock has a stage of its own.
 */
export function releasePipeline(settings: JenkinsSettings, application: ApplicationSettings): string {
  const { release, registry, people } = settings;
  const { name, repository } = application;
  const prefix = `${registry.host}/${repository}@sha256:`;
  const submitters = people.approvers.map((one) => one.name).join(',');
  return [
    'pipeline {',
    '  agent none',
    '  options {',
    '    timestamps()',
    `    buildDiscarder(logRotator(numToKeepStr: '100'))`,
    '  }',
    '  stages {',
    `    stage('Request') {`,
    '      steps {',
    '        script {',
    `          def wanted = params.IMAGE ?: ''`,
    `          def prefix = ${groovyText(prefix)}`,
    `          if (!wanted.startsWith(prefix) || !wanted.substring(prefix.length()).matches('[0-9a-f]{64}')) {`,
    `            error('Only an image of this application, by its digest, can be released: ' + prefix + '...')`,
    '          }',
    '          def builds = currentBuild.upstreamBuilds',
    `          def fromBuild = builds && builds[0].fullProjectName == ${groovyText(releasingJob(application))}`,
    `          def fromPerson = currentBuild.getBuildCauses('hudson.model.Cause$UserIdCause')`,
    '          if (!fromBuild && !fromPerson) {',
    `            error('Only the build of the branch that is released, or a person, can ask for a release')`,
    '          }',
    `          currentBuild.description = (params.COMMIT ?: 'no commit') + ', ' + wanted.substring(prefix.length(), prefix.length() + 12)`,
    '        }',
    '      }',
    '    }',
    `    stage('Approval') {`,
    '      options {',
    `        timeout(time: ${release.approvalHours}, unit: 'HOURS')`,
    '      }',
    '      steps {',
    '        script {',
    `          env.APPROVED_BY = input(message: ${groovyText(`Release ${name} to production?`)} + ' ' + params.IMAGE, ok: 'Release', submitter: ${groovyText(submitters)}, submitterParameter: 'APPROVED_BY')`,
    '        }',
    '        milestone(1)',
    '      }',
    '    }',
    `    stage('Production') {`,
    '      options {',
    `        lock(resource: ${groovyText(`${name}-production`)})`,
    '        skipDefaultCheckout()',
    '      }',
    '      agent {',
    '        kubernetes {',
    `          cloud '${PLACES.releases}'`,
    `          inheritFrom 'deploy'`,
    `          defaultContainer 'deploy'`,
    '        }',
    '      }',
    '      steps {',
    `        echo 'Approved by ' + env.APPROVED_BY`,
    deployStep(application, 'production', '        '),
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}
