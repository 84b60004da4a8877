import { parse } from 'yaml';
import { type WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { FLANNEL } from '../a-workplace';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { LISTENERS } from './an-ingress';

const classOf = (apps: WorkloadStack) =>
  resourcesOf(apps, 'kubernetes_ingress_v1').map(({ attributes }) => attributes.spec.ingress_class_name as string);

const configsOf = (apps: WorkloadStack) =>
  resourcesOf(apps, 'helm_release').flatMap(
    ({ attributes }) => (parse((attributes.values as string[])[0]!) as { resources: AlbConfig[] }).resources,
  );

interface AlbConfig {
  readonly kind: string;
  readonly spec: { config: { addressType: string; zoneMappings: { vSwitchId: string }[] }; listeners: object[] };
}

describe('an Ingress that names no class', () => {
  test('is served by an ALB in every zone of the network, reached from the VPC by HTTP; the cluster gets what makes it', () => {
    const { apps, stack, namespace, network, web } = aWebService();
    new Ingress(namespace, 'site', { routes: [{ host: 'www.example.com', to: web }] });
    expect(classOf(apps)).toEqual(['alb']);
    const [config] = configsOf(apps).filter(({ kind }) => kind === 'AlbConfig');
    expect(config!.spec.config.addressType).toBe('Intranet');
    expect(config!.spec.config.zoneMappings).toHaveLength(network.zones.length);
    expect(network.zones.length).toBeGreaterThanOrEqual(2);
    expect(config!.spec.listeners).toMatchObject([{ port: 80, protocol: 'HTTP' }]);
    const addons = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(addons).toContain('alb-ingress-controller');
  });

  test('shares it with the others of its stack', () => {
    const { apps, namespace, web } = aWebService();
    new Ingress(namespace, 'site', { routes: [{ host: 'www.example.com', to: web }] });
    new Ingress(namespace, 'news', { routes: [{ host: 'news.example.com', to: web }] });
    expect(classOf(apps)).toEqual(['alb', 'alb']);
    expect(resourceOf(apps, 'kubernetes_ingress_class_v1').attributes.metadata.name).toBe('alb');
  });

  test('takes the default class of its stack, where one is there', () => {
    const { apps, namespace, web } = aWebService();
    new AlbIngressClass(apps, 'other', { listeners: LISTENERS });
    new AlbIngressClass(apps, 'front', { listeners: LISTENERS, isDefault: true });
    new Ingress(namespace, 'site', { routes: [{ host: 'www.example.com', to: web }] });
    expect(classOf(apps)).toEqual(['front']);
    expect(resourcesOf(apps, 'kubernetes_ingress_class_v1')).toHaveLength(2);
  });

  test('takes the class `alb` that somebody wrote', () => {
    const { apps, namespace, web } = aWebService();
    new AlbIngressClass(apps, 'alb', { listeners: LISTENERS });
    new Ingress(namespace, 'site', { routes: [{ host: 'www.example.com', to: web }] });
    expect(resourcesOf(apps, 'kubernetes_ingress_class_v1')).toHaveLength(1);
  });

  test('is refused with Flannel, whose Pods no ALB reaches', () => {
    const { namespace, web } = aWebService({}, FLANNEL);
    const routes = [{ host: 'www.example.com', to: web }];
    const [problem] = problemsOf(() => new Ingress(namespace, 'site', { routes }));
    expect(problem).toMatchObject({ code: 'ingress-flannel', path: 'shop-apps/alb' });
  });
});
