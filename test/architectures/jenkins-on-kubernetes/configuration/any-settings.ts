import fc from 'fast-check';
import { AgentPlace } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { Credential } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/credential';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { Login } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/login';
import type {
  ApplicationSettings,
  JenkinsSettings,
  Severity,
} from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings';
import { ECI_SIZES } from '../../../../lib/workload/eci/eci-size';
import { SETTINGS, SHOP } from './settings-example';

/** Text in which somebody put what means something to YAML, Groovy, a shell, Jenkins or Helm. */
export const nasty = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('no', '012', '2026-01-01', '1:30') },
  { weight: 9, arbitrary: mixed() },
);

function mixed(): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          '${x}',
          '^${x}',
          "'",
          "'''",
          '"',
          '\\',
          '\n',
          '$',
          '{',
          '#',
          ': ',
          '- ',
          '`',
          '$(',
          '\\n',
          '/*',
          '中',
        ),
      ),
      { maxLength: 5 },
    )
    .map((parts) => `x${parts.join('')}`);
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const path = word.map((name) => `/secrets/${name}`);
const principal = fc.record({ kind: fc.constantFrom('user' as const, 'group' as const), name: nasty });

/** Sizes that ECI sells, and that hold the containers of every kind of agent. */
const size = fc
  .constantFrom(
    ...ECI_SIZES.filter(({ vcpu }) => vcpu >= 1).flatMap(({ vcpu, memoryGib }) =>
      memoryGib.map((gib) => ({ vcpu, memoryGib: gib })),
    ),
  )
  .filter(({ memoryGib }) => memoryGib >= 2);

const application: fc.Arbitrary<ApplicationSettings> = fc.record({
  name: word,
  git: fc.record({ url: nasty, branch: nasty, credential: nasty }),
  branches: nasty,
  jenkinsfile: nasty,
  repository: nasty,
  dockerfile: nasty,
  test: fc.record({
    image: nasty,
    commands: fc.array(nasty, { maxLength: 2 }),
    user: fc.constantFrom(0, 1000),
    reports: nasty,
  }),
  workload: fc.record({
    kind: fc.constantFrom('deployment' as const, 'statefulset' as const),
    name: nasty,
    container: nasty,
  }),
  namespaces: fc.record({ test: nasty, production: nasty }),
  smoke: fc.record({ test: nasty, production: nasty }),
  rolloutSeconds: fc.integer({ min: 30, max: 3600 }),
});

const login = fc.oneof(
  fc.record({ name: nasty, passwordFile: path }).map(Login.local),
  fc
    .record({ server: nasty, root: nasty, userSearch: nasty, manager: fc.record({ dn: nasty, passwordFile: path }) })
    .map(Login.ldap),
  fc.record({ wellKnownUrl: nasty, clientId: nasty, clientSecretFile: path }).map(Login.oidc),
);

const credential = fc.oneof(
  fc.tuple(nasty, nasty, path).map(([id, user, file]) => Credential.login({ id }, { user, passwordFile: file })),
  fc
    .tuple(nasty, nasty, path)
    .map(([id, user, file]) => Credential.sshKey({ id }, { user, keyFile: file, passphraseFile: file })),
  fc.tuple(nasty, path).map(([id, file]) => Credential.text({ id, description: id }, file)),
  fc.tuple(nasty, path).map(([id, file]) => Credential.file({ id }, file, id)),
);

/** Builders and places that go together. */
const builtAt = fc.oneof(
  fc
    .constantFrom(ImageBuilder.kaniko('k:1'), ImageBuilder.custom({ image: 'c:1', script: ['jib'] }))
    .chain((builder) =>
      fc
        .constantFrom(
          AgentPlace.eci(),
          AgentPlace.eci({ spot: true, imageCache: false }),
          AgentPlace.serverless({ spot: true }),
          AgentPlace.nodes({ labels: { pool: 'ci' }, tolerations: [{ key: 'ci', effect: 'NoSchedule' }] }),
        )
        .map((place) => ({ builder, place })),
    ),
  fc
    .constantFrom(
      ImageBuilder.buildkit('b:1'),
      ImageBuilder.buildah('a:1'),
      ImageBuilder.custom({ image: 'c:1', script: ['x'], user: 0 }),
    )
    .map((builder) => ({ builder, place: AgentPlace.nodes() })),
);

/** Any settings that the constructs could ask for, and texts that they would not let through. */
export const anySettings: fc.Arbitrary<JenkinsSettings> = fc
  .record({
    builtAt,
    login,
    sizes: fc.record({ build: size, scan: size, test: size, deploy: size }),
    accounts: fc.uniqueArray(word, { minLength: 4, maxLength: 4 }),
    applications: fc.uniqueArray(application, { maxLength: 2, selector: ({ name }) => name }),
    credentials: fc.array(credential, { maxLength: 3 }),
    people: fc.record({
      administrators: fc.array(principal, { maxLength: 2 }),
      developers: fc.array(principal, { maxLength: 2 }),
      approvers: fc.array(principal, { maxLength: 2 }),
    }),
    failOn: fc.subarray<Severity>(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
    libraries: fc.array(fc.record({ name: nasty, git: fc.record({ url: nasty, branch: nasty }) }), { maxLength: 2 }),
    gitHostKeys: fc.array(nasty, { maxLength: 2 }),
    words: fc.record({ url: nasty, mail: nasty, host: nasty, image: nasty }),
    workspace: fc.integer({ min: 1, max: 200 }).map((gib) => `${gib}Gi`),
  })
  .map(({ builtAt: { builder, place }, accounts, words, failOn, sizes, workspace, ...given }) => ({
    ...SETTINGS,
    ...given,
    url: words.url,
    mail: words.mail,
    builder,
    agents: {
      ...SETTINGS.agents,
      place,
      sizes,
      workspace,
      serviceAccounts: { builder: accounts[0]!, plain: accounts[1]!, testDeployer: accounts[2]! },
    },
    release: { ...SETTINGS.release, serviceAccount: accounts[3]! },
    registry: { host: words.host, region: 'cn-hangzhou' },
    images: { agent: words.image, loginHelper: words.image, scanner: words.image, kubectl: words.image },
    scan: { failOn, onlyMended: true, images: failOn.length > 2 ? 'registry' : 'pipeline', database: words.host },
  }));

/** The shop with other props. */
export function shop(props: Partial<ApplicationSettings>): ApplicationSettings {
  return { ...SHOP, ...props };
}
