import type { Construct } from 'constructs';
import { parse } from 'yaml';
import type { IVirtualNode } from '../../../lib/core/cluster';
import { resourcesOf, synthesized } from '../../../lib/testing';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import type { NamespaceProps } from '../../../lib/workload/namespace-props';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import type { WebServiceProps } from '../../../lib/workload/web-service-props';
import { warningsIn } from '../../../lib/core/warnings';
import { aCluster, type Situation } from '../../cluster/a-cluster';
import { IMAGE } from '../a-web-service';

/** The web service `web` of three Pods in the namespace `shop`, beside a virtual node in its cluster. */
export function aBurstingService(
  props: Partial<WebServiceProps> = {},
  situation: Situation = {},
  space: NamespaceProps = {},
) {
  const made = aCluster(situation);
  const eci: IVirtualNode = made.cluster.addVirtualNode();
  const apps = new WorkloadStack(made.stack.node.root as never, 'shop-apps', { cluster: made.cluster });
  const namespace = new Namespace(apps, 'shop', space);
  return { ...made, eci, apps, namespace, web: aService(namespace, 'web', props) };
}

/** A web service of three Pods. */
export function aService(namespace: Construct, id: string, props: Partial<WebServiceProps> = {}) {
  return new WebService(namespace, id, {
    image: IMAGE,
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(3),
    ...props,
  });
}

type Stack = Parameters<typeof synthesized>[0];

/** The custom resources that a stack releases, as Kubernetes would get them, by kind. */
export function customResources(stack: Stack): Readonly<Record<string, unknown>> {
  const releases = resourcesOf(stack, 'helm_release').map(({ attributes }) => parse(attributes.values[0]));
  const objects = releases.flatMap(({ resources }: { resources: { kind: string }[] }) => resources);
  return Object.fromEntries(objects.map((object) => [object.kind, object]));
}

/** Texts of the warnings of a finished tree. */
export function warningsOf(stack: Stack): readonly string[] {
  synthesized(stack);
  return warningsIn(stack.node.root).map(({ text }) => text);
}

/** Components that the cloud stack installs. */
export function componentsOf(stack: Stack): readonly string[] {
  return resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name as string);
}
