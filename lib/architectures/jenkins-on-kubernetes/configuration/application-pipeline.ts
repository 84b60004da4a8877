import { builderRun, DIGEST_FILE } from './builder-run';
import { deployStep } from './deploy-steps';
import { groovyScript, groovyText, shellWord } from './groovy';
import { PLACES, releaseJob, testTemplate } from './names';
import type { ApplicationSettings, JenkinsSettings, ScanSettings } from './settings';

/**
 * The Jenkinsfile of an application, as declarative text, to be kept in its repository: unit tests and a scan of the code beside
 * each other, an image tagged with the commit and the build, since a tag is not overwritten, a scan of the image, and, on the
 * branch that is released, the test namespace, a look whether the application answers, and a request to release the image by its
 * digest. Branches may change it as they like: what needs an approval is not in it.
 *
 * Source: https://www.jenkins.io/doc/book/pipeline/syntax/, https://github.com/jenkinsci/kubernetes-plugin/blob/master/README.md#declarative-pipeline
 */
export function applicationPipeline(settings: JenkinsSettings, application: ApplicationSettings): string {
  return [
    'pipeline {',
    '  agent none',
    '  options {',
    '    disableConcurrentBuilds()',
    '    timestamps()',
    `    timeout(time: ${settings.agents.deadlineMinutes}, unit: 'MINUTES')`,
    `    buildDiscarder(logRotator(numToKeepStr: '50'))`,
    '  }',
    '  stages {',
    ...checks(settings, application),
    ...image(settings, application),
    ...testEnvironment(application),
    ...request(application),
    '  }',
    '}',
    '',
  ].join('\n');
}

function checks({ scan }: JenkinsSettings, application: ApplicationSettings): readonly string[] {
  return [
    `    stage('Check') {`,
    '      parallel {',
    `        stage('Unit tests') {`,
    ...agent(testTemplate(application), 'test', '          '),
    '          steps {',
    `            sh ${groovyScript(['set -eu', ...application.test.commands], '            ')}`,
    '          }',
    ...(application.test.reports === undefined ? [] : reports(application.test.reports)),
    '        }',
    `        stage('Scan of the code') {`,
    ...agent('scan', 'scan', '          '),
    '          steps {',
    `            sh ${groovyText(`trivy fs --scanners vuln,secret,misconfig ${scanFlags(scan)} .`)}`,
    '          }',
    '        }',
    '      }',
    '    }',
  ];
}

/** Shown whether the tests passed or not. */
function reports(pattern: string): readonly string[] {
  return [
    '          post {',
    '            always {',
    `              junit(testResults: ${groovyText(pattern)}, allowEmptyResults: true)`,
    '            }',
    '          }',
  ];
}

function image({ builder, registry, scan }: JenkinsSettings, { repository, dockerfile }: ApplicationSettings) {
  const address = `${registry.host}/${repository}`;
  return [
    `    stage('Image') {`,
    ...agent('build', 'build', '      '),
    '      steps {',
    '        script {',
    `          env.IMAGE_TO_PUSH = ${groovyText(`${address}:`)} + env.GIT_COMMIT + '-' + env.BUILD_NUMBER`,
    '          env.COMMIT = env.GIT_COMMIT',
    `          env.DOCKERFILE = ${groovyText(dockerfile)}`,
    '        }',
    `        sh ${groovyScript(builderRun(builder).script, '        ')}`,
    '        script {',
    `          env.IMAGE = ${groovyText(`${address}@`)} + readFile(${groovyText(DIGEST_FILE)}).trim()`,
    '        }',
    ...(scan.images === 'registry' ? [] : scanOfImage(scan)),
    '      }',
    '    }',
  ];
}

function scanOfImage(scan: ScanSettings): readonly string[] {
  return [
    `        container('scan') {`,
    `          sh ${groovyText(`trivy image ${scanFlags(scan)} "$IMAGE"`)}`,
    '        }',
  ];
}

function testEnvironment(application: ApplicationSettings): readonly string[] {
  return [
    `    stage('Test environment') {`,
    ...onReleasedBranch(application),
    '      options {',
    `        lock(resource: ${groovyText(`${application.name}-test`)})`,
    '        skipDefaultCheckout()',
    '      }',
    ...agent('deploy', 'deploy', '      '),
    '      steps {',
    deployStep(application, 'test', '        '),
    '      }',
    '    }',
  ];
}

function request(application: ApplicationSettings): readonly string[] {
  return [
    `    stage('Request of a release') {`,
    ...onReleasedBranch(application),
    '      steps {',
    `        build job: ${groovyText(`/${releaseJob(application)}`)}, wait: false, parameters: [string(name: 'IMAGE', value: env.IMAGE), string(name: 'COMMIT', value: env.COMMIT)]`,
    '      }',
    '    }',
  ];
}

/** Asked before anything is locked and before a Pod is made. */
function onReleasedBranch({ git }: ApplicationSettings): readonly string[] {
  return [
    '      when {',
    '        beforeOptions true',
    '        beforeAgent true',
    `        branch comparator: 'EQUALS', pattern: ${groovyText(git.branch)}`,
    '      }',
  ];
}

/**
 * A Pod of a template. A stage whose Pod is lost, such as one that spot took back, begins once more; one that changes what runs does
 * not, since nobody knows how far it came.
 */
function agent(template: string, container: string, indent: string): readonly string[] {
  return [
    'agent {',
    '  kubernetes {',
    `    cloud '${PLACES.builds}'`,
    `    inheritFrom ${groovyText(template)}`,
    `    defaultContainer '${container}'`,
    ...(container === 'deploy' ? [] : ['    retries 2']),
    '  }',
    '}',
  ].map((line) => `${indent}${line}`);
}

/** Source: https://github.com/aquasecurity/trivy/blob/main/docs/guide/references/configuration/cli/trivy_image.md */
function scanFlags({ failOn, onlyMended }: ScanSettings): string {
  const stops = failOn.length > 0;
  return [
    ...(stops ? ['--severity', shellWord(failOn.join(','))] : []),
    ...(onlyMended ? ['--ignore-unfixed'] : []),
    '--exit-code',
    stops ? '1' : '0',
    '--no-progress',
  ].join(' ');
}
