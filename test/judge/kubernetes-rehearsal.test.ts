import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { aWorkloadOfConstructs } from '../support/kubernetes-constructs';
import { aWorkloadOfEverything } from '../support/kubernetes-program';

test.each([
  ['one object of every kind', aWorkloadOfEverything],
  ['every way in which our constructs keep Pods', aWorkloadOfConstructs],
])(
  'a simulated cluster takes %s, plans again without a change, and lets go of all',
  async (_title, program) => {
    const rehearsal = await rehearse(program());
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(warningsOf(rehearsal)).toEqual([]);
  },
  120_000,
);

type Json = any;

/** What people get wrong, and the rule that says so; each in an object on which no other depends. */
const FAULTS: Readonly<Record<string, (resource: Json) => void>> = {
  'kube-selector': ({ kubernetes_daemon_set_v1: set }) => {
    set.agents.spec.selector.match_labels.tier = 'node';
  },
  'kube-pod-names': ({ kubernetes_cron_job_v1: jobs }) => {
    const pod = jobs['cron-job'].spec.job_template.spec.template.spec;
    pod.container.push(pod.container[0]);
  },
  'kube-objects-exist': ({ kubernetes_job_v1: jobs }) => {
    jobs.job.spec.template.spec.container[0].env_from = [{ secret_ref: { name: 'forgotten' } }];
  },
  'kube-amounts': ({ kubernetes_stateful_set_v1: sets }) => {
    sets.queue.spec.template.spec.container[0].resources = { requests: { cpu: '2' }, limits: { cpu: '1' } };
  },
  'kube-ingress': ({ kubernetes_ingress_v1: ingresses }) => {
    ingresses.ingress.spec.ingress_class_name = 'traefik';
  },
  'kube-hpa': ({ kubernetes_horizontal_pod_autoscaler_v2: autoscalers }) => {
    autoscalers.hpa.spec.min_replicas = 11;
  },
  'kube-names': ({ kubernetes_priority_class_v1: classes }) => {
    classes.priority.metadata.labels = { team: 'shop & co' };
  },
  'kube-release-objects': (resource) => {
    const cron = { apiVersion: 'autoscaling.alibabacloud.com/v1beta1', kind: 'CronHorizontalPodAutoscaler' };
    const values = JSON.stringify({ resources: [{ ...cron, metadata: { name: 'clock' }, spec: {} }] });
    resource.helm_release = { clock: { name: 'clock', namespace: 'default', chart: './objects', values: [values] } };
  },
};

test('a simulated cluster refuses objects that are wrong, each for its own reason', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'broken-'));
  const app = aWorkloadOfEverything(new App({ outdir }));
  app.synth();
  const file = join(outdir, 'stacks/shop-apps/cdk.tf.json');
  const stack = JSON.parse(readFileSync(file, 'utf8'));
  Object.values(FAULTS).forEach((spoil) => spoil(stack.resource));
  writeFileSync(file, JSON.stringify(stack));

  const { ok, steps } = await rehearse(outdir, { extent: 'apply' });
  expect(ok).toBe(false);
  const said = steps.flatMap(({ messages }) =>
    messages.map(({ detail }) => /rehearsal rule ([\w-]+)/.exec(detail)?.[1]),
  );
  expect([...new Set(said.filter((rule) => rule !== undefined))].sort()).toEqual(Object.keys(FAULTS).sort());
}, 120_000);
