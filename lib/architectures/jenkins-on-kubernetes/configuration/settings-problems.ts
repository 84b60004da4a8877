import { quote, type Problem } from '../../../core/errors';
import { isToken } from '../../../core/tokens';
import { ECI_SIZES, describeSize, eciSize } from '../../../workload/eci/eci-size';
import { SPOT_VCPU } from '../../../workload/eci/eci-problems';
import { imageProblems } from '../../../workload/pod/image';
import type { AgentPlaceData } from './agent-place';
import { onEci } from './agent-place';
import { LEAST_BUILD_SIZE, LEAST_SIZE } from './agent-resources';
import type { AgentSize } from './agent-size';
import { builderRun } from './builder-run';
import type { ImageBuilderData } from './image-builder';
import type { AgentKind, PeopleSettings } from './settings';

/** Where nobody publishes Kaniko any more. */
const ARCHIVED = 'gcr.io/kaniko-project/';

/** Builders that do not run where the agents are, that nobody maintains, or that do nothing. */
export function builderProblems(builder: ImageBuilderData, place: AgentPlaceData): Problem[] {
  const { kind, image } = builder;
  const archived = typeof image === 'string' && image.startsWith(ARCHIVED);
  return [
    ...imageProblems('builder.image', image),
    ...(archived
      ? [
          problem(
            `builder.image ${quote(image)} is archived since June 2025`,
            image,
            'take a copy of ghcr.io/osscontainertools/kaniko',
          ),
        ]
      : []),
    ...(onEci(place) && builderRun(builder).podSecurity === 'privileged'
      ? [
          problem(
            `builder is ${kind}, which makes user namespaces and needs a container without seccomp and AppArmor; ECI has neither`,
            kind,
            'write builder: ImageBuilder.kaniko(...), or agents: { place: AgentPlace.nodes() }',
          ),
        ]
      : []),
    ...(builder.kind === 'custom' && !builder.script.some((line) => line.trim() !== '')
      ? [
          problem(
            'builder.script has no line that does anything',
            builder.script,
            'write what builds and pushes $IMAGE_TO_PUSH',
          ),
        ]
      : []),
  ];
}

function problem(what: string, value: unknown, fix: string): Problem {
  return { code: 'jenkins-builder', what, value, fix };
}

/** Sizes of agents that ECI does not sell, that spot does not have, and that leave a container nothing. */
export function agentSizeProblems(sizes: Readonly<Record<AgentKind, AgentSize>>, place: AgentPlaceData): Problem[] {
  return Object.entries(sizes).flatMap(([kind, size]) => {
    const prop = `agents.sizes.${kind}`;
    const least = kind === 'build' ? LEAST_BUILD_SIZE : LEAST_SIZE;
    const few = size.vcpu < least.vcpu || size.memoryGib < least.memoryGib;
    const spot = onEci(place) && place.spot && kind !== 'deploy' && size.vcpu < SPOT_VCPU;
    return [
      ...(few ? [sizeProblem(prop, size, 'leaves a container of the Pod nothing', least)] : []),
      ...(onEci(place) && !few && !sold(size)
        ? [sizeProblem(prop, size, 'is no size that ECI sells', roundedUp(size))]
        : []),
      ...(spot ? [sizeProblem(prop, size, `is not sold as spot, which begins at ${SPOT_VCPU} vCPU`, SPOT_SIZE)] : []),
    ];
  });
}

const SPOT_SIZE: AgentSize = Object.freeze({ vcpu: 2, memoryGib: 4 });

function sold({ vcpu, memoryGib }: AgentSize): boolean {
  return ECI_SIZES.some((row) => row.vcpu === vcpu && row.memoryGib.includes(memoryGib));
}

function roundedUp(size: AgentSize): AgentSize {
  return eciSize(size) ?? SPOT_SIZE;
}

function sizeProblem(prop: string, size: AgentSize, is: string, instead: AgentSize): Problem {
  const fix = `write ${prop}: { vcpu: ${instead.vcpu}, memoryGib: ${instead.memoryGib} }`;
  return { code: 'eci-option', what: `${prop} ${describeSize(size)} ${is}`, value: describeSize(size), fix };
}

/** Names of approvers that Jenkins would take for something else: it divides the list of them at commas. */
export function approverProblems({ approvers }: Pick<PeopleSettings, 'approvers'>): Problem[] {
  return approvers.flatMap(({ name }, index) => {
    const what = `people.approvers[${index}] ${quote(name)} has a comma or a blank at an end, and the list of approvers is divided at commas`;
    const fits = isToken(name) || (name === name.trim() && name !== '' && !name.includes(','));
    return fits ? [] : [{ code: 'jenkins-people' as const, what, value: name, fix: 'name a group without a comma' }];
  });
}
