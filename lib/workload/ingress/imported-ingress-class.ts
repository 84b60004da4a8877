import { Construct } from 'constructs';
import { oneOf, wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { reject, type Problem } from '../../core/errors';
import { any, flag, formProblems, listOf, needed, object, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { IIngressClass, IngressKind, ListeningPort } from '../../core/ingress';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import { workplaceOf } from '../../core/workplace';
import { rangeListProblems } from '../../network/security-group-props';

/** What to say about a class that exists in the cluster, such as one that a component brought. */
export interface IngressClassAttributes {
  /** Its name. */
  readonly className: string;
  /** Who serves its Ingresses. */
  readonly kind: IngressKind;
  /** From where they can be reached. */
  readonly scheme: 'internet' | 'intranet';
  /** Ports that answer. @default not known: Ingresses of it are taken at their word */
  readonly listeners?: readonly ListeningPort[];
  /** Ranges that its traffic comes from, for namespaces that shut others out. @default not known */
  readonly sources?: readonly string[];
  /** Where clients find it, such as the DNS name of its ALB. @default not known */
  readonly address?: string;
}

const FORMS: Forms<IngressClassAttributes> = {
  className: needed(word, '"alb"'),
  kind: needed(any, '"alb"'),
  scheme: needed(any, '"intranet"'),
  listeners: listOf(
    object<ListeningPort>({
      port: needed(any, '443'),
      protocol: needed(any, '"HTTPS"'),
      certified: needed(flag, 'true'),
    }),
  ),
  sources: listOf(word),
  address: word,
};

/** A class that something else made. */
export class ImportedIngressClass extends Construct implements IIngressClass {
  readonly kind: IngressKind;
  readonly className: string;
  readonly cluster: ICluster;
  readonly scheme: 'internet' | 'intranet';
  readonly listeners?: readonly ListeningPort[];
  readonly sources: readonly string[];
  readonly ready = Object.freeze([]);
  readonly address?: string;

  constructor(scope: Construct, id: string, attributes: IngressClassAttributes) {
    super(scope, checkedId(scope, id));
    this.cluster = workplaceOf(this).cluster;
    reject(this, formProblems(attributes, FORMS));
    reject(this, problemsIn(attributes));
    const { className, kind, scheme, listeners, sources = [], address } = attributes;
    this.className = className;
    this.kind = kind;
    this.scheme = scheme;
    this.listeners = listeners;
    this.sources = sources;
    this.address = address;
  }
}

function problemsIn({ className, kind, scheme, listeners = [], sources = [] }: IngressClassAttributes): Problem[] {
  return [
    ...kubernetesNameProblems('className', className),
    ...oneOf('kind', kind, ['alb', 'nginx']),
    ...oneOf('scheme', scheme, ['internet', 'intranet']),
    ...listeners.flatMap(({ port, protocol }, index) => [
      ...wholeNumber(`listeners[${index}].port`, port, 1, 65_535),
      ...oneOf(`listeners[${index}].protocol`, protocol, ['HTTP', 'HTTPS', 'QUIC']),
    ]),
    ...rangeListProblems('sources', sources),
  ];
}

/** Classes of Ingresses that exist: `new AlbIngressClass` and `new NginxIngressClass` make one. */
export const IngressClass = Object.freeze({
  /** A class that exists; creates nothing. */
  fromAttributes: (scope: Construct, id: string, attributes: IngressClassAttributes): IIngressClass =>
    new ImportedIngressClass(scope, id, attributes),
});
