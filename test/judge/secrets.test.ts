import { Testing, type App } from 'cdktf';
import { EXAMPLES } from '../../examples/main';
import { stacksOf, synthesized, type TerraformJson } from '../../lib/testing';
import { aProgram } from '../stacks/a-program';
import { backFlows, leaksIn, secretUses, type Stacks } from './secret-walk';

function stacksMade(build: (app: App) => unknown): Stacks {
  const app = Testing.app();
  build(app);
  return Object.fromEntries(stacksOf(app).map((stack) => [stack.node.id, synthesized(stack)]));
}

const PROGRAMS: Readonly<Record<string, (app: App) => unknown>> = { ...EXAMPLES, 'the test program': aProgram };

describe.each(Object.entries(PROGRAMS))('%s', (_, build) => {
  const stacks = stacksMade(build);

  test('keeps every secret in attributes that are sensitive', () => {
    expect(leaksIn(stacks)).toEqual([]);
  });

  test('lets no value flow back from a cluster to the cloud', () => {
    expect(backFlows(stacks)).toEqual([]);
  });
});

describe('the walk', () => {
  const stacks = stacksMade(aProgram);
  const secret = /\$\{sensitive\((data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+)\)\}/;

  /** The program with one change in the Terraform of a stack. */
  function changed(stack: string, change: (json: Record<string, any>) => void): Stacks {
    const copy = structuredClone(stacks[stack]) as Record<string, unknown> & TerraformJson;
    change(copy);
    return { ...stacks, [stack]: copy };
  }
  const first = (byName: object) => Object.values(byName)[0] as Record<string, any>;
  const remote = secret.exec(JSON.stringify(stacks['shop-apps']))![1]!;

  test('finds secrets to look after: a password, and the credential of the cluster', () => {
    expect(secretUses(stacks)).toBeGreaterThanOrEqual(6);
  });

  test('sees a secret in the values of a chart', () => {
    const leaky = changed('shop-apps', (json) => {
      first(json.resource.helm_release).values = [`password: \${jsonencode(sensitive(${remote}))}`];
    });
    expect(leaksIn(leaky)).toEqual([expect.stringMatching(/helm_release\.\S+\.values\.0 has \S+ in clear$/)]);
  });

  test('sees a secret that lost its mark between two states', () => {
    const leaky = changed('shop-apps', (json) => {
      const secrets = first(json.resource.kubernetes_secret_v1);
      secrets.data.password = secrets.data.password.replace(secret, '${$1}');
    });
    expect(leaksIn(leaky)).toEqual([expect.stringMatching(/data\.password has \S+ without sensitive\(\)$/)]);
  });

  test('sees a secret in a ConfigMap, in a label and in a description', () => {
    const leaky = changed('shop-apps', (json) => {
      first(json.resource.kubernetes_config_map_v1).data.a = `x \${sensitive(${remote})}`;
      first(json.resource.kubernetes_namespace_v1).metadata.labels.a = `\${sensitive(${remote})}`;
    });
    expect(leaksIn(leaky)).toHaveLength(2);
    const cloudy = changed('shop', (json) => {
      first(json.resource.alicloud_vpc).description = `\${random_password.password.result}`;
    });
    expect(leaksIn(cloudy)).toEqual([
      expect.stringMatching(/^shop: alicloud_vpc\.\S+\.description has random_password\.password\.result in clear$/),
    ]);
  });

  test('sees an output in clear, and the key of the cluster in an attribute', () => {
    const open = changed('shop', (json) => {
      json.output.leak = { value: '${random_password.password.result}' };
    });
    expect(leaksIn(open)).toEqual(['shop: output.leak has random_password.password.result in clear']);
    const key = changed('shop-apps', (json) => {
      first(json.resource.kubernetes_config_map_v1).data.k =
        '${base64decode(data.alicloud_cs_cluster_credential.credential.certificate_authority.client_key)}';
    });
    expect(leaksIn(key)).toEqual([expect.stringContaining('.data.k has data.alicloud_cs_cluster_credential')]);
  });

  test('sees a value that flows back', () => {
    const back = changed('shop', (json) => {
      const config = { path: '../../../terraform.shop-apps.tfstate' };
      json.data = { terraform_remote_state: { back: { backend: 'local', config } } };
    });
    expect(backFlows(back)).toEqual([
      'shop reads shop-apps, which is applied after it',
      'shop reads itself in a ring',
      'shop-apps reads itself in a ring',
    ]);
  });
});
