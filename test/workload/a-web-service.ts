import type { Situation } from '../cluster/a-cluster';
import type { NamespaceProps } from '../../lib/workload/namespace-props';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import type { WebServiceProps } from '../../lib/workload/web-service-props';
import type { WorkloadStackProps } from '../../lib/stacks/workload-stack-props';
import { aWorkplace } from './a-workplace';

export const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2';

/** The web service `web` of three Pods in the namespace `shop`. */
export function aWebService(
  props: Partial<WebServiceProps> = {},
  situation: Situation = {},
  space: NamespaceProps = {},
  stack: Partial<WorkloadStackProps> = {},
) {
  const made = aWorkplace(situation, stack);
  const namespace = new Namespace(made.apps, 'shop', space);
  const web = new WebService(namespace, 'web', {
    image: IMAGE,
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(3),
    ...props,
  });
  return { ...made, namespace, web };
}
