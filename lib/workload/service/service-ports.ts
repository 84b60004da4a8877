import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';

/** A port of a Service. */
export interface ServicePort {
  /** Name of the port, unique in its Service. */
  readonly name: string;
  /** Port of the Service, 1 to 65535. */
  readonly port: number;
  /** Port of the containers. */
  readonly targetPort: number;
}

/** The provider's blocks. */
export function portBlocks(ports: readonly ServicePort[]) {
  return ports.map(({ name, port, targetPort }) => ({ name, port, targetPort: String(targetPort), protocol: 'TCP' }));
}

/** Problems with the ports of a Service over the ports of its containers. */
export function servicePortProblems(ports: readonly ServicePort[], listening: readonly number[]): Problem[] {
  return [
    ...ports.flatMap(({ port }) => wholeNumber('port', port, 1, 65535)),
    ...ports
      .filter(({ targetPort }) => !listening.includes(targetPort))
      .map(({ targetPort }) => ({
        code: 'service-port' as const,
        what: `port ${quote(targetPort)} is none that the containers listen on: ${listening.join(', ')}`,
        value: targetPort,
        fix: `write targetPort: ${listening[0]}, or list the port in ports`,
      })),
    ...numbersTwice(ports),
  ];
}

/** Problems with numbers that two ports of a Service have. */
export function numbersTwice(ports: readonly ServicePort[]): Problem[] {
  const numbers = ports.map(({ port }) => port);
  return numbers
    .filter((port, index) => numbers.indexOf(port) !== index)
    .map((port) => ({
      code: 'list-duplicate',
      what: `two ports of the Service are ${port}`,
      value: port,
      fix: 'give every port its own number',
    }));
}
