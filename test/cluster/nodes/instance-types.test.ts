import { instanceType } from '../../../lib/cluster/nodes/instance-types';

test.each([
  ['ecs.g7.xlarge', { family: 'g7', vcpu: 4, arm: false, gpu: false }],
  ['ecs.g8i.2xlarge', { family: 'g8i', vcpu: 8, arm: false, gpu: false }],
  ['ecs.e-c1m2.large', { family: 'e-c1m2', vcpu: 2, arm: false, gpu: false }],
  ['ecs.t6-c1m1.small', { family: 't6-c1m1', vcpu: 1, arm: false, gpu: false }],
  ['ecs.ebmg7.32xlarge', { family: 'ebmg7', vcpu: 128, arm: false, gpu: false }],
  ['ecs.g8y.4xlarge', { family: 'g8y', vcpu: 16, arm: true, gpu: false }],
  ['ecs.c6r.xlarge', { family: 'c6r', vcpu: 4, arm: true, gpu: false }],
  ['ecs.r6.xlarge', { family: 'r6', vcpu: 4, arm: false, gpu: false }],
  ['ecs.gn7i-c8g1.2xlarge', { family: 'gn7i-c8g1', vcpu: 8, arm: false, gpu: true }],
  ['ecs.vgn7i-vws-m4.xlarge', { family: 'vgn7i-vws-m4', vcpu: 4, arm: false, gpu: true }],
  ['ecs.sgn7i-vws-m2.xlarge', { family: 'sgn7i-vws-m2', vcpu: 4, arm: false, gpu: true }],
  ['ecs.ebmgn7.26xlarge', { family: 'ebmgn7', vcpu: 104, arm: false, gpu: true }],
])('%s says family, size, architecture and GPU', (name, expected) => {
  expect(instanceType(name)).toEqual(expected);
});

test.each(['g7.xlarge', 'ecs.g7', 'ecs.g7.huge', 'ecs.g7.xlarge ', 'ECS.G7.XLARGE', '', undefined])(
  '%s is no instance type',
  (name) => {
    expect(instanceType(name)).toBeUndefined();
  },
);
