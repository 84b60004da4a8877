import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRACTICES } from '../../../lib/checks/practices/catalogue';
import { suppressPractice } from '../../../lib/checks/practices/suppress';
import { practiceJson, practiceSarif, practicesOf, practiceSummary, practiceText } from '../../../lib/testing';
import { ROOT } from '../../docs/fences';
import { appOf, l1, web } from './programs';
import { SARIF } from './sarif-schema';

/** A web service with a few faults, one of which may be so, beside a chart of somebody else. */
const report = () =>
  practicesOf(
    appOf((stack) => {
      web(stack, { container: { image: 'nginx', livenessProbe: undefined, resources: undefined } });
      l1(stack, 'helm_release', 'redis', { name: 'redis', chart: 'redis', version: '20.0.0' });
      suppressPractice(stack, 'image-tag', { reason: 'a demonstration' });
      suppressPractice(stack, 'no-privileged', { reason: 'long gone' });
    }),
  );

test('as text it is read stack by stack, the heaviest first, with fix, reason and source', () => {
  expect(practiceText(report())).toBe(`raw (production)
  error  requests-set  raw/x
      container web of Deployment web requests no cpu and no memory
      fix: write \`resources.requests\` with cpu and memory (\`requests\` on a WebService), or give the namespace a LimitRange with \`default_request\`
      why: The scheduler places Pods by what they request, the autoscaler measures against it, and a node short of memory evicts first who asked for nothing. https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  warning  limits-set  raw/x
      container web of Deployment web has no limit of cpu and memory
      fix: write \`resources.limits\` with cpu and memory (\`limits\` on a WebService), or give the namespace a LimitRange with \`default\`
      why: Without a limit one leaking container takes the memory of its neighbours along, and ECI cannot know which size to rent. https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/recommended-configurations-for-high-reliability
  warning  liveness-probe  raw/x
      no container of Deployment web has a liveness probe
      fix: write \`liveness_probe\` on the container that does the work (\`liveness\` on a workload)
      why: A process that hangs without ending keeps its place; only a liveness probe has it started anew. https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  suppressed  image-tag  raw/x
      a demonstration
  nothing breaks what is suppressed here: no-privileged  raw
  not seen into: the chart redis  raw/redis
errors: 1, warnings: 2, notes: 0; suppressed with a reason: 1`);
});

test('in Chinese it says the same', () => {
  const text = practiceText(report(), 'zh');
  expect(text).toContain('错误  requests-set  raw/x\n      Deployment web 的容器 web 未声明 requests：cpu、memory');
  expect(text).toContain('错误 1，警告 2，提示 0；已说明理由的豁免 1');
});

test('as JSON it has the form that the documents give', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs/practices-report.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ formats: { uri: (text: string) => URL.canParse(text) } }).compile(schema);
  for (const language of ['en', 'zh'] as const) {
    const json = JSON.parse(practiceJson(report(), language));
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.summary).toEqual(practiceSummary(report()));
    expect(json.findings.map(({ practice }: { practice: string }) => practice)).toEqual([
      'image-tag',
      'limits-set',
      'liveness-probe',
      'requests-set',
    ]);
  }
  expect(validate({ version: 1 })).toBe(false);
});

describe('as SARIF', () => {
  const lineOf = () => ({ number: 7, length: 20 });
  const log = () => JSON.parse(practiceSarif(report(), 'en', { lineOf }));

  test('it has what version 2.1.0 asks for', () => {
    const validate = new Ajv({ formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': true } }).compile(
      SARIF,
    );
    validate(log());
    expect(validate.errors).toBeNull();
    expect(validate({ ...log(), version: '2.0.0' })).toBe(false);
    expect(validate({ ...log(), runs: [{ results: [] }] })).toBe(false);
  });

  test('every result names its rule by id and index, its place, and why it is suppressed', () => {
    const [{ tool, results }] = log().runs;
    const { rules } = tool.driver;
    expect(results).toHaveLength(4);
    results.forEach(({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) =>
      expect(rules[ruleIndex].id).toBe(ruleId),
    );
    expect(results[0]).toMatchObject({
      ruleId: 'image-tag',
      level: 'error',
      suppressions: [{ kind: 'inSource', justification: 'a demonstration' }],
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'cdktf.out/stacks/raw/cdk.tf.json' },
            region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 21 },
          },
          logicalLocations: [{ fullyQualifiedName: 'raw/x' }],
        },
      ],
    });
  });
});

describe('code scanning of GitHub', () => {
  const results = (program: Parameters<typeof appOf>[0]) =>
    JSON.parse(practiceSarif(practicesOf(appOf(program)))).runs[0].results as {
      ruleId: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
      partialFingerprints: { primaryLocationLineHash: string };
    }[];
  const nginx = (stack: Parameters<Parameters<typeof appOf>[0]>[0]) => web(stack, { container: { image: 'nginx' } });
  const hashOf = (program: Parameters<typeof appOf>[0]) => results(program)[0]!.partialFingerprints;

  test('is given for each finding what it refuses to show one without', () => {
    const { tool } = JSON.parse(practiceSarif(report())).runs[0];
    tool.driver.rules.forEach((rule: Record<string, { text: string }>) =>
      ['shortDescription', 'fullDescription', 'help'].forEach((field) => expect(rule[field]!.text).toBeTruthy()),
    );
    results(nginx).forEach(({ message, locations, partialFingerprints }) => {
      const [{ physicalLocation }] = locations as [(typeof locations)[0]];
      expect(message.text).toMatch(/^raw\/x: /);
      expect(physicalLocation.artifactLocation.uri).toMatch(/^cdktf\.out\//);
      expect(Object.keys(physicalLocation.region)).toEqual(['startLine', 'startColumn', 'endLine', 'endColumn']);
      expect(Object.values(physicalLocation.region).every((number) => number > 0)).toBe(true);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}$/);
    });
  });

  test('knows a finding again when other lines of the file have changed', () => {
    const moved = hashOf((stack) => {
      l1(stack, 'alicloud_vpc', 'a', { cidrBlock: '10.0.0.0/8' });
      nginx(stack);
    });
    expect(moved).toEqual(hashOf(nginx));
    expect(hashOf((stack) => web(stack, { container: { image: 'redis' } }))).not.toEqual(moved);
  });
});

test('every practice speaks both languages, names an edit and a source, and says nothing twice', () => {
  const titles = PRACTICES.map(({ title }) => title.en);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(PRACTICES.map(({ id }) => id)).size).toBe(PRACTICES.length);
  PRACTICES.forEach(({ id, title, reason, fix, source }) => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    [title, reason, fix].forEach(({ en, zh }) => {
      expect(en.length).toBeGreaterThan(10);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
    });
    expect(new URL(source).protocol).toBe('https:');
  });
});
