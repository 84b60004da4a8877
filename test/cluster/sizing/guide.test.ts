import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeNodePlan, planNodes, SIZING_DEFAULTS } from '../../../lib/cluster/sizing/plan-nodes';

const GUIDE = readFileSync(join(__dirname, '../../../docs/guides/sizing.md'), 'utf8');

test('the guide shows what its program prints', () => {
  const plan = planNodes({
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    workloads: [
      { name: 'web', replicas: 22, maxReplicas: 100, requests: { cpu: '500m', memory: '1Gi' } },
      { name: 'cache', replicas: 3, requests: { cpu: '2', memory: '8Gi' } },
    ],
  });
  const [, shown] = /^```text\n([\s\S]*?)^```/m.exec(GUIDE)!;
  expect(shown!.trim()).toBe(describeNodePlan(plan));
});

test('the allowances in the guide are those of the library', () => {
  const { daemonSets, systemReserved, sparePercent, maxVcpu } = SIZING_DEFAULTS;
  expect(GUIDE).toContain(`${daemonSets.cpu}, ${daemonSets.memory}, ${daemonSets.pods} Pods`);
  expect(GUIDE).toContain(`${systemReserved.cpu}, ${systemReserved.memory}`);
  expect(GUIDE).toContain(`| ${sparePercent} %`);
  expect(GUIDE).toContain(`| ${maxVcpu} vCPU`);
});
