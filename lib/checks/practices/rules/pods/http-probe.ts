import { servicePortsTo } from '../../neighbours';
import type { Data } from '../../pods';
import { isKnown } from '../../reading';
import { pods, when, type Practice } from '../../practice';

const HTTP = /^http(?:-|$)/;

/** By its name, by the name or protocol of the Service’s port, or by the number that only HTTP has. */
function speaksHttp(container: Data, port: unknown, servicePorts: readonly Data[]): boolean {
  const ports = [container.ports ?? []].flat() as Data[];
  const own = ports.find(({ name, containerPort }) => String(containerPort) === String(port) || name === port);
  const theirs = servicePorts.filter(({ port: at, targetPort = at }) =>
    [own?.name, own?.containerPort, port].some((one) => one !== undefined && String(one) === String(targetPort)),
  );
  return (
    HTTP.test(String(own?.name ?? port)) ||
    ['80', '8080'].includes(String(own?.containerPort ?? port)) ||
    theirs.some(({ name, appProtocol }) => HTTP.test(String(appProtocol ?? name)))
  );
}

export const httpProbe: Practice = {
  id: 'http-probe',
  severity: 'warning',
  sandbox: true,
  title: { en: 'What speaks HTTP is asked over HTTP', zh: 'HTTP 服务使用 HTTP 探针' },
  reason: {
    en: 'A port is open long before the program behind it can answer; a TCP probe calls such a Pod ready.',
    zh: '端口往往在程序可以应答之前就已打开，TCP 探针会把这样的 Pod 判为就绪。',
  },
  fix: {
    en: 'write `http_get` with a path in the readiness probe (`health` on a WebService); the liveness probe may stay TCP',
    zh: '就绪探针改用带路径的 `http_get`（WebService 用 `health`）；存活探针可以保留 TCP',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/recommended-configurations-for-high-reliability',
  look: pods((pod, picture) =>
    pod.containers.flatMap(({ name, spec }) => {
      const port: unknown = spec.readinessProbe?.tcpSocket?.port;
      return when(
        isKnown(port) && speaksHttp(spec, port, servicePortsTo(pod, picture)),
        {
          en: `the readiness of container ${name} of ${pod.called} is a TCP probe of an HTTP port`,
          zh: `${pod.called} 的容器 ${name} 对 HTTP 端口使用 TCP 就绪探针`,
        },
        port,
      );
    }),
  ),
};
