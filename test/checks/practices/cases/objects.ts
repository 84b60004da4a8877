import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { CONTAINER, aWeb, l1, web, type Cases, type Fields, type Program } from '../programs';

/** One object of a type, called `x`. */
const one =
  (type: string, config: Fields): Program =>
  (stack) =>
    void l1(stack, type, 'x', { metadata: { name: 'x', namespace: 'shop' }, ...config });

const role = (rule: Fields, type = 'kubernetes_role_v1'): Program =>
  one(type, {
    metadata: type === 'kubernetes_role_v1' ? { name: 'x', namespace: 'shop' } : { name: 'x' },
    rule: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], ...rule }],
  });

const binding = (roleName: string, subject: Fields): Program =>
  one('kubernetes_cluster_role_binding_v1', {
    metadata: { name: 'x' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: roleName },
    subject: [{ kind: 'User', name: 'somebody', ...subject }],
  });

/** A role of the cluster that reads Secrets, bound in such ways. */
const boundRole =
  (...types: readonly string[]): Program =>
  (stack) => {
    role({ resources: ['secrets'] }, 'kubernetes_cluster_role_v1')(stack);
    types.forEach((type) =>
      l1(stack, type, type, {
        metadata: { name: type, ...(type.includes('cluster') ? {} : { namespace: 'shop' }) },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'x' },
        subject: [{ kind: 'User', name: 'somebody' }],
      }),
    );
  };

const env = (name: string, value: string): Program => aWeb({ container: { env: [{ name, value }] } });
const data = (content: Fields): Program => one('kubernetes_config_map_v1', { data: content });
const secret = (content: Fields, type?: string): Program => one('kubernetes_secret_v1', { data: content, type });
const release = (config: Fields): Program =>
  one('helm_release', { metadata: undefined, name: 'x', chart: 'redis', version: '20.0.0', ...config });

/** A namespace with what belongs to it, except what is left out. */
const namespace =
  (
    without?: 'quota' | 'range' | 'policy',
    labels: Fields = { 'pod-security.kubernetes.io/enforce': 'baseline' },
  ): Program =>
  (stack) => {
    const { name } = (l1(stack, 'kubernetes_namespace_v1', 'x', { metadata: { name: 'shop', labels } }) as Fields)
      .metadata as Fields;
    const metadata = { name: 'shop', namespace: name };
    const parts: Record<string, () => unknown> = {
      quota: () => l1(stack, 'kubernetes_resource_quota_v1', 'quota', { metadata, spec: { hard: { pods: '9' } } }),
      range: () =>
        l1(stack, 'kubernetes_limit_range_v1', 'range', {
          metadata,
          spec: { limit: [{ type: 'Container', default: { cpu: '1' } }] },
        }),
      policy: () =>
        l1(stack, 'kubernetes_network_policy_v1', 'policy', {
          metadata,
          spec: { podSelector: {}, policyTypes: ['Ingress'] },
        }),
    };
    Object.entries(parts).forEach(([part, make]) => part !== without && make());
  };

const NGINX = { image: 'registry.example/ingress-nginx/controller:v1.12.1' };
const apart = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname' }],
  },
};

const PEM = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n';

export const OBJECTS: Readonly<Record<string, Cases>> = {
  'rbac-wildcard': {
    wrong: {
      'every verb': role({ verbs: ['*'] }),
      'every resource': role({ resources: ['*'] }, 'kubernetes_cluster_role_v1'),
    },
    right: { 'named ones': role({}), 'every group': role({ apiGroups: ['*'] }) },
  },
  'rbac-escalation': {
    wrong: { impersonate: role({ verbs: ['impersonate'], resources: ['users'] }, 'kubernetes_cluster_role_v1') },
    right: { 'named ones': role({}) },
  },
  'rbac-secrets': {
    wrong: {
      everywhere: role({ resources: ['secrets'] }, 'kubernetes_cluster_role_v1'),
      'bound for the whole cluster too': boundRole('kubernetes_role_binding_v1', 'kubernetes_cluster_role_binding_v1'),
    },
    right: {
      'in a namespace': role({ resources: ['secrets'] }),
      'bound in a namespace': boundRole('kubernetes_role_binding_v1'),
      'one of them': role({ resources: ['secrets'], resourceNames: ['registry'] }, 'kubernetes_cluster_role_v1'),
      'to write': role({ resources: ['secrets'], verbs: ['create'] }, 'kubernetes_cluster_role_v1'),
    },
  },
  'cluster-admin': {
    wrong: { 'to somebody': binding('cluster-admin', {}) },
    right: { 'another role': binding('view', {}) },
  },
  'anonymous-access': {
    wrong: {
      anonymous: binding('view', { name: 'system:anonymous' }),
      'everybody who is logged in': binding('view', { kind: 'Group', name: 'system:authenticated' }),
    },
    right: { somebody: binding('view', {}) },
  },
  'namespace-quota': { wrong: { none: namespace('quota') }, right: { one: namespace() } },
  'namespace-limits': { wrong: { none: namespace('range') }, right: { one: namespace() } },
  'network-policy': { wrong: { none: namespace('policy') }, right: { one: namespace() } },
  'pod-security': {
    wrong: {
      'no label': namespace(undefined, {}),
      privileged: namespace(undefined, { 'pod-security.kubernetes.io/enforce': 'privileged' }),
    },
    right: { baseline: namespace() },
  },
  'no-node-port': {
    wrong: { NodePort: one('kubernetes_service_v1', { spec: { type: 'NodePort', port: [{ port: 80 }] } }) },
    right: {
      LoadBalancer: one('kubernetes_service_v1', { spec: { type: 'LoadBalancer', port: [{ port: 80 }] } }),
      'the default': one('kubernetes_service_v1', { spec: { port: [{ port: 80 }] } }),
    },
  },
  'ingress-tls': {
    wrong: { none: one('kubernetes_ingress_v1', { spec: { rule: [{ host: 'shop.example' }] } }) },
    right: {
      'a Secret': one('kubernetes_ingress_v1', { spec: { tls: [{ hosts: ['shop.example'], secretName: 'tls' }] } }),
      'a listener of ALB': one('kubernetes_ingress_v1', {
        metadata: {
          name: 'x',
          namespace: 'shop',
          annotations: { 'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP": 80},{"HTTPS": 443}]' },
        },
        spec: { rule: [{ host: 'shop.example' }] },
      }),
    },
  },
  'ingress-own-nodes': {
    wrong: {
      'any node': aWeb({ container: NGINX }),
      'two on one node': aWeb({
        container: NGINX,
        pod: { topologySpreadConstraint: undefined, nodeSelector: { role: 'ingress' } },
      }),
      'a chart that says nothing': release({ chart: 'ingress-nginx', values: ['controller:\n  replicaCount: 2\n'] }),
    },
    right: {
      'nodes of their own, each another': aWeb({
        container: NGINX,
        pod: { nodeSelector: { role: 'ingress' }, affinity: apart },
      }),
      'no Ingress controller': aWeb(),
      'a chart with a node selector': release({
        chart: 'ingress-nginx',
        values: ['controller:\n  nodeSelector:\n    role: ingress\n'],
      }),
    },
  },
  'secret-in-env': {
    wrong: {
      'a password': env('DB_PASSWORD', 'correct-horse'),
      'in camel case': env('apiToken', 'correct-horse'),
      'a key that signs': env('JWT_SIGNING_KEY', 'correct-horse'),
      'a key of an account': env('CONFIG', `id=LTAI${'5tAbCdEf'.repeat(2)}`),
      'a password in an address': env('DATABASE_URL', 'mysql://shop:correct-horse@db.example/shop'),
    },
    right: {
      'a Secret': aWeb({
        container: { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] },
      }),
      'another variable': env('DATABASE_PASSWORD', '$(DB_PASSWORD)'),
      'a file': env('DB_PASSWORD_FILE', '/run/secrets/db'),
      'a path': env('TOKEN', '/var/run/secrets/token'),
      'a switch': env('ALLOW_EMPTY_PASSWORD', 'maybe'),
      'the name of a Secret': env('TLS_SECRET', 'web-tls'),
      'a count of tokens': env('MAX_TOKENS', '4096'),
      'a mode of a browser': env('FETCH_CREDENTIALS', 'same-origin'),
      'an address without a password': env('DATABASE_URL', 'mysql://db.example:3306/shop'),
      'an address with a variable': env('DATABASE_URL', 'mysql://shop:$(DB_PASSWORD)@db.example/shop'),
      'known later': env('DB_PASSWORD', '${var.password}'),
    },
  },
  'secret-in-args': {
    wrong: {
      'in one word': aWeb({ container: { args: ['--db-password=correct-horse'] } }),
      'in two words': aWeb({ container: { command: ['serve', '--token', 'correct-horse'] } }),
    },
    right: {
      'a variable': aWeb({ container: { args: ['--db-password=$(DB_PASSWORD)', '--token', '$(TOKEN)'] } }),
      'an option about a secret': aWeb({ container: { args: ['--secret-name=db', '--token-ttl=60'] } }),
    },
  },
  'secret-in-config-map': {
    wrong: {
      'a key': data({ DB_PASSWORD: 'correct-horse' }),
      'a line of a file': data({ 'application.properties': 'db.url=mysql\ndb.password=correct-horse\n' }),
      'a private key': data({ 'server.key': PEM }),
    },
    right: {
      settings: data({ DB_HOST: 'db.example', 'application.yaml': 'password: ${DB_PASSWORD}\n' }),
      'a script that reads a variable': data({ 'install.sh': 'mysql --password="$DB_PASSWORD"\n' }),
      'a page that speaks of passwords': data({ 'help.html': 'password: ask the team for one' }),
    },
  },
  'secret-data-literal': {
    wrong: {
      'a password': secret({ password: 'correct-horse' }),
      'a login': secret({ username: 'shop', password: 'x' }, 'kubernetes.io/basic-auth'),
      'a private key': secret({ 'tls.key': PEM, 'tls.crt': 'x' }, 'kubernetes.io/tls'),
    },
    right: {
      drawn: (stack) => {
        const password = '${random_password.db.result}';
        l1(stack, 'kubernetes_secret_v1', 'x', { metadata: { name: 'db', namespace: 'shop' }, data: { password } });
      },
      'no secret in it': secret({ username: 'shop', host: 'db.example' }),
    },
  },
  'secret-in-values': {
    wrong: {
      set: release({ set: [{ name: 'auth.password', value: 'correct-horse' }] }),
      'set as sensitive, and in the program all the same': release({
        setSensitive: [{ name: 'auth.password', value: 'correct-horse' }],
      }),
      'in the values': release({ values: ['auth:\n  password: correct-horse\n'] }),
    },
    right: {
      'a Secret that is there': release({ values: ['auth:\n  existingSecret: redis\n'] }),
      'a Secret that is there, set': release({ set: [{ name: 'auth.existingSecret', value: 'redis' }] }),
      'a Secret of the registry, set': release({ set: [{ name: 'global.imagePullSecret', value: 'registry' }] }),
      'known later': release({ set: [{ name: 'auth.password', value: '${random_password.redis.result}' }] }),
    },
  },
  'provider-keys': {
    wrong: {
      'a key': (stack) => {
        new AlicloudProvider(stack, 'x', { alias: 'x', accessKey: 'id', secretKey: 'correct-horse' });
      },
    },
    right: {
      none: () => undefined,
      'known later': (stack) => {
        new AlicloudProvider(stack, 'x', { alias: 'x', accessKey: 'id', secretKey: '${var.key}' });
      },
    },
  },
  // What carries Pods in other ways than the resources above.
  'image-tag': {
    wrong: {
      'a manifest': (stack) =>
        void l1(stack, 'kubernetes_manifest', 'x', {
          manifest: {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata: { name: 'web', namespace: 'shop' },
            spec: { containers: [{ name: 'web', image: 'nginx' }] },
          },
        }),
    },
    right: { 'a Deployment': (stack) => web(stack, { container: CONTAINER }) },
  },
};
