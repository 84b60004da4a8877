import { Password } from '@cdktf/provider-random/lib/password';
import { Namespace } from '../../../lib/workload/namespace';
import type { PodProps } from '../../../lib/workload/pod/pod-props';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { aWebService, IMAGE } from '../a-web-service';
import { aWorkplace } from '../a-workplace';

/** A password of the cloud stack, whose mark is lost on the way between states. */
function withPassword() {
  const made = aWorkplace();
  const { result } = new Password(made.stack, 'root', { length: 24 });
  const space = new Namespace(made.apps, 'shop');
  const requests = { cpu: '500m', memory: '1Gi' };
  const base = { image: IMAGE, port: 8080, requests, scale: Scale.fixed(3) };
  return { result, web: (props: Partial<PodProps> = {}) => new WebService(space, 'web', { ...base, ...props }) };
}

test.each<[string, (secret: string) => Partial<PodProps>]>([
  ['variable PASSWORD of container "web"', (secret) => ({ env: { PASSWORD: secret } })],
  ['variable URL of container "web"', (secret) => ({ env: { URL: `redis://:${secret}@cache` } })],
  ['variable PASSWORD of container "log"', (secret) => ({ sidecars: [{ ...SIDECAR, env: { PASSWORD: secret } }] })],
  ['args[1] of container "web"', (secret) => ({ args: ['--password', secret] })],
  ['command[1] of container "web"', (secret) => ({ command: ['start', secret] })],
  ['shop.example/key', (secret) => ({ podAnnotations: { 'shop.example/key': secret } })],
  ['file /etc/shop.ini', (secret) => ({ files: { '/etc/shop.ini': `password=${secret}` } })],
])('a secret in %s is refused, since everybody who sees a plan would read it', (place, props) => {
  const { result, web } = withPassword();
  const [problem] = problemsOf(() => web(props(result)));
  expect(problem).toMatchObject({
    code: 'secret-in-text',
    path: 'shop-apps/shop/web',
    value: 'random_password.root.result',
  });
  expect(problem!.what).toContain(place);
});

const SIDECAR = { name: 'log', image: IMAGE, requests: { cpu: '100m', memory: '128Mi' } };

test.each<[string, (web: WebService, secret: string) => void]>([
  ['variable', (web, secret) => web.pod.addEnvironment('PASSWORD', secret)],
  ['annotation', (web, secret) => web.pod.addAnnotation('shop.example/key', secret)],
])('so is a %s that is added later', (_, add) => {
  const { result, web } = withPassword();
  expect(problemsOf(() => add(web(), result))).toMatchObject([{ code: 'secret-in-text' }]);
});

test('addresses and names of other stacks are no secrets', () => {
  const { web, network } = aWebService();
  expect(() => web.pod.addEnvironment('VPC', network.vpcId)).not.toThrow();
});
