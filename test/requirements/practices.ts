import { asks, testsOf, type Family, type Shown } from './requirement';

const rules = testsOf('test/checks/practices/rules.test.ts');
const engine = testsOf('test/checks/practices/engine.test.ts');
const report = testsOf('test/checks/practices/report.test.ts');
const page = testsOf('test/docs/practices.test.ts');

/** Each practice by the programs that break it and those that follow it. */
const practices = (...ids: readonly string[]): readonly Shown[] =>
  ids.flatMap((id) => [rules('$practice is broken: $name', id), rules('$practice is followed: $name', id)]);

export const PRACTICES: Family = {
  title: 'Practices',
  letter: 'P',
  count: 1,
  requirements: {
    P1: asks('The advice of the field is checked while a program is synthesised.', {
      'a name, a reason and a fix for each, in both languages': [
        report('every practice speaks both languages, names an edit and a source, and says nothing twice'),
        page('%s is what the practices say'),
      ],
      'reported with the path of the construct': engine(
        'is not written while something in it is a hole or a loss; the error names place, practice, value and edit',
      ),
      'suppressed one by one, with a reason': [
        engine('lets a construct and all below it break one practice, and its reason stands in the report'),
        engine('needs a practice that exists and a reason: %s %j'),
      ],
      'requests and limits': practices('requests-set', 'limits-set'),
      'probes, over HTTP rather than TCP': practices('readiness-probe', 'liveness-probe', 'http-probe'),
      preStop: practices('pre-stop'),
      'at least two replicas': practices('two-replicas'),
      spread: practices('spread'),
      'no :latest': practices('image-tag'),
      'no privileged or root containers': practices('no-privileged', 'no-root', 'non-root'),
      'quota and limits of namespaces': practices('namespace-quota', 'namespace-limits'),
      'no NodePort': practices('no-node-port'),
      'Ingress controllers on nodes of their own': practices('ingress-own-nodes'),
      'several zones': practices('cluster-zones', 'node-zones', 'node-balance', 'database-zones'),
      'nodes of 4 vCPU': practices('node-size'),
      'several instance types': practices('instance-types'),
      'no public API server': practices('api-endpoint-private'),
      'audit logs': practices('audit-logs'),
      'databases and files not open to the world': practices('database-open', 'nas-open'),
      encryption: practices(
        'secrets-encryption',
        'disk-encryption',
        'database-encryption',
        'nas-encryption',
        'oss-encryption',
      ),
      'protection from deletion': practices(
        'cluster-deletion-protection',
        'database-deletion-protection',
        'network-deletion-protection',
        'key-deletion-protection',
      ),
      'no secrets in clear': practices(
        'secret-in-env',
        'secret-in-args',
        'secret-in-config-map',
        'secret-data-literal',
        'secret-in-values',
        'secret-literal',
      ),
      'one process in a container: documented, since nobody can see it': page(
        'the pages say what cannot be seen: how many processes a container has',
      ),
    }),
  },
};
