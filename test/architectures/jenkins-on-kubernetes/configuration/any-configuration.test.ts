import fc from 'fast-check';
import { parse } from 'yaml';
import { applicationPipeline } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/application-pipeline';
import { groovyText, shellWord } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/groovy';
import { asWritten } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/jcasc-values';
import { jenkinsConfiguration } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/jenkins-configuration';
import { releasePipeline } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/release-pipeline';
import { yamlText } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/yaml-text';
import { quantityOf } from '../../../../lib/core/quantity';
import { ECI_SIZES } from '../../../../lib/workload/eci/eci-size';
import { execFileSync } from 'node:child_process';
import { anySettings, nasty } from './any-settings';
import { SETTINGS } from './settings-example';
import { embeddedScript, groovyShape, groovyValue } from './groovy-shape';
import { AS_JENKINS, podsOf, written, type Pod } from './written';

/** Enough to meet every kind of text, place and builder; each is a whole configuration. */
const RUNS = { numRuns: 40 };

/** What Jenkins makes of a text: files where it is told to read one, and `${` where that is escaped. */
function resolved(text: string): string {
  return text
    .replace(/\^?\$\{(trim:\$\{)?(readFile|readFileBase64):\/[\w./-]+\}\}?/g, (all) =>
      all.startsWith('^') ? all : '<file>',
    )
    .replace(/(\^?)\$\{/g, (all, escape: string) => {
      if (escape === '') {
        throw new Error(`Jenkins would look for a secret: ${text}`);
      }
      return all.slice(1);
    });
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(Object(value) as object).flatMap(texts);
}

function everyPod(settings: Parameters<typeof podsOf>[0]): readonly Pod[] {
  return ['builds', 'releases'].flatMap((cloud) => Object.values(podsOf(settings, cloud)));
}

it('any settings give YAML in which no text of theirs is taken for a secret', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const all = texts(parse(jenkinsConfiguration(settings), AS_JENKINS));
      expect(all.map(resolved).join('')).not.toBe('');
      const files = all.filter((one) => /^\$\{/.test(one));
      // Administrator or directory, release, cluster; and one or two for each credential.
      expect(files.length).toBeGreaterThanOrEqual(3 + settings.credentials.length);
    }),
    RUNS,
  );
});

it('any settings give pipelines whose literals and brackets end, and which Jenkins reads back as they were', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { jobs } = written(settings);
      expect(jobs.map(({ script }) => script).join('')).not.toContain('${');
      jobs.forEach(({ script }) => groovyShape(script));
      settings.applications.forEach((application, index) => {
        groovyShape(applicationPipeline(settings, application));
        const pipeline = releasePipeline(settings, application);
        groovyShape(pipeline);
        expect(embeddedScript(jobs[index + 1]!.script)).toBe(pipeline);
      });
    }),
    RUNS,
  );
});

it('any settings give Pods whose containers have, together, just the size that ECI sells', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      for (const { spec } of everyPod(settings)) {
        const limits = spec.containers.map(({ resources }) => resources.limits);
        const vcpu = limits.reduce((sum, { cpu }) => sum + quantityOf(cpu)! * 1000, 0) / 1000;
        const memoryGib = limits.reduce((sum, { memory }) => sum + quantityOf(memory)!, 0) / 2 ** 30;
        expect(ECI_SIZES.find((row) => row.vcpu === vcpu)?.memoryGib).toContain(memoryGib);
        for (const { resources } of [...spec.containers, ...(spec.initContainers ?? [])]) {
          expect(resources.requests).toEqual(resources.limits);
          expect(quantityOf(resources.limits.cpu)).toBeGreaterThan(0);
          expect(quantityOf(resources.limits.memory)).toBeGreaterThan(0);
        }
      }
    }),
    RUNS,
  );
});

it('any settings give Pods without privileges, paths of the node or a socket, under service accounts of the settings', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { serviceAccounts } = settings.agents;
      const ofBuilds = Object.values(podsOf(settings, 'builds'));
      const ofReleases = Object.values(podsOf(settings, 'releases'));
      for (const pod of [...ofBuilds, ...ofReleases]) {
        const { spec, metadata } = pod;
        const volumes = spec['volumes'] as readonly object[];
        expect(volumes.map((one) => Object.keys(one).filter((key) => key !== 'name'))).toEqual(
          volumes.map(() => ['emptyDir']),
        );
        expect([spec['hostNetwork'], spec['hostPID'], spec['hostIPC']]).toEqual([undefined, undefined, undefined]);
        expect(JSON.stringify(spec)).not.toMatch(/docker\.sock|containerd\.sock|hostPath|privileged/);
        expect(spec.automountServiceAccountToken).toBe(metadata.labels['jenkins/agent'] === 'deploy');
        expect(spec['activeDeadlineSeconds']).toBe(settings.agents.deadlineMinutes * 60);
      }
      expect(Object.values(serviceAccounts)).toEqual(
        expect.arrayContaining(ofBuilds.map(({ spec }) => spec.serviceAccountName)),
      );
      expect(ofReleases.map(({ spec }) => spec.serviceAccountName)).toEqual([settings.release.serviceAccount]);
    }),
    RUNS,
  );
});

it('any settings give Pods that deploy without spot, and the label of ECI on clusters that also have nodes', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { kind } = settings.agents.place;
      for (const { metadata, spec } of everyPod(settings)) {
        const { labels, annotations } = metadata;
        const spot = annotations['k8s.aliyun.com/eci-spot-strategy'];
        const wanted = settings.agents.place.kind !== 'nodes' && settings.agents.place.spot;
        expect(spot !== undefined).toBe(wanted && labels['jenkins/agent'] !== 'deploy');
        expect(labels['alibabacloud.com/eci']).toBe(kind === 'eci' ? 'true' : undefined);
        if (kind === 'nodes') {
          expect(annotations).toEqual({});
        } else {
          expect([spec['nodeSelector'], spec['tolerations']]).toEqual([undefined, undefined]);
          expect(JSON.stringify(spec)).not.toMatch(/seccompProfile|appArmorProfile/);
        }
      }
    }),
    RUNS,
  );
});

it('text is the same after Groovy, and after the look for secrets', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(groovyValue(groovyText(text))).toBe(text);
      expect(groovyText(text)).not.toContain('${');
      expect(resolved(asWritten(text) as string)).toBe(text);
    }),
  );
});

it('what Terraform fills in stays whole', () => {
  const token = 'x.${TfToken[TOKEN.7]}/y';
  expect(asWritten(token)).toBe(token);
  expect(groovyText(token)).toBe(`'${token}'`);
});

it('text is text, whatever YAML of old would make of it', () => {
  const words = [
    'no',
    'on',
    'y',
    '012',
    '1_000',
    '1:30',
    '1e3',
    '.5',
    '2026-01-01',
    '=',
    '~',
    'null',
    '',
    ' x',
    '# x',
    'a: b',
  ];
  expect(parse(yamlText({ words }), AS_JENKINS)).toEqual({ words });
  const branch = '2026-01-01';
  const libraries = [{ name: 'no', git: { url: '012', branch } }];
  const { globalLibraries } = written({ ...SETTINGS, libraries }).unclassified as unknown as Record<
    string,
    { libraries: unknown[] }
  >;
  expect(globalLibraries!.libraries[0]).toMatchObject({
    name: 'no',
    defaultVersion: branch,
    retriever: { modernSCM: { scm: { git: { remote: '012' } } } },
  });
});

it('text is one word of a shell', () => {
  const words = fc.sample(
    nasty.filter((text) => !text.includes('\0')),
    60,
  );
  const script = words.map((one) => `printf '%s\\0' ${shellWord(one)}`).join('\n');
  expect(execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)).toEqual(words);
});
