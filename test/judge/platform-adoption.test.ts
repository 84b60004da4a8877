import { TerraformVariable, type App } from 'cdktf';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { PrivateZone } from '../../lib/network/dns-private-zone';
import { DnsValue } from '../../lib/network/dns-value';
import { DnsZone } from '../../lib/network/dns-zone';
import { Network } from '../../lib/network/network';
import { Certificate } from '../../lib/security/certificate';
import { KmsSecret } from '../../lib/security/kms-secret';
import { KmsSecretValue } from '../../lib/security/kms-secret-value';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { SimulatedCloud, sumOf } from '../support/simulated-cloud';

jest.setTimeout(120_000);

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** Import ids by type of resource. */
type Ids = Readonly<Record<string, string>>;

/** Names, a certificate and a secret: made new, or taken over by their ids. */
const program =
  (ids: Ids = {}) =>
  (app: App): void => {
    const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
    const known = (name: string) =>
      new TerraformVariable(cloud, name, { type: 'string', sensitive: true, default: 'known' }).stringValue as string;
    const domain = new DnsZone(cloud, 'domain', { domainName: 'example.com', adopt: ids.alicloud_alidns_domain });
    domain.addRecord('www', {
      name: 'www',
      value: DnsValue.address('203.0.113.7'),
      description: 'the shop',
      adopt: ids.alicloud_alidns_record,
    });
    const network = Network.fromAttributes(cloud, 'network', {
      vpcId: 'vpc-bp1old',
      cidrs: ['10.32.0.0/16'],
      vswitches: [{ vswitchId: 'vsw-1', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.32.0.0/20' }],
    });
    const zoneName = 'acme.internal';
    const internal = new PrivateZone(cloud, 'internal', {
      zoneName,
      networks: [network],
      adopt: ids.alicloud_pvtz_zone,
    });
    const git = DnsValue.address('10.32.1.7');
    internal.addRecord('git', { name: 'git', value: git, adopt: ids.alicloud_pvtz_zone_record });
    const attachment = ids.alicloud_pvtz_zone_attachment;
    Adopt.parts(internal, attachment === undefined ? {} : { attachment });
    new Certificate(cloud, 'front', {
      certificate: PEM,
      privateKey: known('key'),
      adopt: ids.alicloud_ssl_certificates_service_certificate,
    });
    const value = KmsSecretValue.given(known('password'));
    new KmsSecret(cloud, 'database', { value, rotation: 'v7', adopt: ids.alicloud_kms_secret });
  };

test('names, certificates and secrets come under management without a change', async () => {
  const cloud = await SimulatedCloud.start();
  try {
    await cloud.apply('console', program());
    cloud.forget('console');
    const before = await cloud.things();
    const ids = Object.fromEntries(before.map(({ type, id }) => [type, id]));
    expect(Object.keys(ids)).toHaveLength(7);
    const plan = sumOf(await cloud.plan('shop', 'shop-cloud', program(ids)));
    expect(plan).toMatch(/Plan: 7 to import, 0 to add, 0 to change, 0 to destroy\.$/);
    await cloud.apply('shop', program(ids));
    expect(sumOf(await cloud.plan('shop', 'shop-cloud', program(ids)))).toMatch(/^No changes\./);
    expect(await cloud.things()).toEqual(before);
  } finally {
    await cloud.stop();
  }
});
