import { text, type Obj } from '../cty/value';
import { metadataOf } from '../values/cluster-objects';
import { kindOf, labelsOf, podsOf } from './kube-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const PORT = /^(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const PORT_LENGTH = 15;

/** What a name of a kind looks like, and how long it may be. */
function formOf(kind: string): readonly [RegExp, number] | undefined {
  switch (kind) {
    case 'namespace':
      return [LABEL, 63];
    case 'service':
      return [SERVICE, 63];
    case 'cron_job':
      // The jobs it makes add eleven characters.
      return [SUBDOMAIN, 52];
    case 'role':
    case 'role_binding':
    case 'cluster_role':
    case 'cluster_role_binding':
      // Names of RBAC are path segments: colons and capitals are fine.
      return undefined;
    default:
      return [SUBDOMAIN, 253];
  }
}

/** Names and labels have the form that the API server asks for. */
export const kubeNames: Rule = {
  name: 'kube-names',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  types: ['kubernetes_*'],
  on: ['create', 'update'],
  check({ type, values }) {
    const metadata = metadataOf(values);
    const pods = podsOf(type, values);
    return [
      ...misnamed(kindOf(type), text(metadata.name)),
      ...mislabelled({ ...labelsOf(metadata.labels), ...pods.labels }),
      ...pods.containers.flatMap(inContainer),
    ];
  },
};

function misnamed(kind: string, name: string | undefined): Refusal[] {
  const [form, longest] = formOf(kind) ?? [];
  return name === undefined || form === undefined || (form.test(name) && name.length <= longest!)
    ? []
    : [
        {
          what: `metadata.name: Invalid value "${name}": must have the form ${String(form)} and at most ${longest} characters`,
          fix: 'write lower-case letters, digits and hyphens',
        },
      ];
}

const mislabelled = (labels: Readonly<Record<string, string>>): Refusal[] =>
  Object.entries(labels).flatMap(([key, value]) => {
    const [, prefix, name] = /^(?:([^/]*)\/)?([^]*)$/.exec(key)!;
    const keyed =
      (prefix === undefined || SUBDOMAIN.test(prefix)) && name !== '' && VALUE.test(name!) && name!.length <= 63;
    return keyed && VALUE.test(value) && value.length <= 63
      ? []
      : [
          {
            what: `metadata.labels: Invalid value "${key}=${value}"`,
            fix: 'a label has at most 63 letters, digits, ".", "_" and "-"; its key may have a domain before a slash',
          },
        ];
  });

const inContainer = (container: Obj): Refusal[] => [
  ...(LABEL.test(text(container.name) ?? 'unnamed') && (text(container.name) ?? '').length <= 63
    ? []
    : [
        {
          what: `containers.name: Invalid value "${text(container.name)}"`,
          fix: 'write lower-case letters, digits and hyphens',
        },
      ]),
  ...blocks(container.port)
    .map((port) => text(port.name) ?? '')
    .filter((name) => name !== '' && (!PORT.test(name) || name.length > PORT_LENGTH))
    .map((name) => ({
      what: `ports.name: Invalid value "${name}": at most ${PORT_LENGTH} lower-case letters, digits and hyphens, a letter among them`,
      fix: 'shorten the name of the port',
    })),
];
