import { Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import { Certificate, type CertificateProps } from '../../lib/security/certificate';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const CERTIFICATE = 'alicloud_ssl_certificates_service_certificate';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

function made(props: Partial<CertificateProps> = {}, stack = aCloud()) {
  const key = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }).stringValue as string;
  return { stack, certificate: new Certificate(stack, 'front', { certificate: PEM, privateKey: key, ...props }) };
}

test('is uploaded with a name that another certificate does not have, beside the old one', () => {
  const { stack } = made();
  expect(resourceOf(stack, CERTIFICATE).attributes).toEqual({
    certificate_name: expect.stringMatching(/^shop-front-\$\{substr\(sha256\("-----BEGIN CERTIFICATE-----\\nMIIB/),
    cert: PEM,
    key: '${var.key}',
    lifecycle: { create_before_destroy: true },
  });
});

test('is known to ALB by its id and the region of the service, which is not that of the stack', () => {
  const id = (site: 'cn' | 'intl', region: string) => {
    const { stack, certificate } = made({}, aCloud({ site, region }));
    new TerraformOutput(stack, 'id', { value: certificate.certificateId });
    return (synthesized(stack).output as Record<string, { value: string }>).id!.value;
  };
  expect(id('cn', 'cn-beijing')).toMatch(
    /^\$\{alicloud_ssl_certificates_service_certificate\.[^}]+\.id\}-cn-hangzhou$/,
  );
  expect(id('intl', 'eu-central-1')).toMatch(/\.id\}-ap-southeast-1$/);
});

test('is uploaded for classic balancers when one asks for it, once', () => {
  const { stack, certificate } = made();
  expect(billOf(stack)).toEqual([`${CERTIFICATE} x1`]);
  expect([certificate.classicId, certificate.classicId]).toEqual([expect.any(String), expect.any(String)]);
  expect(billOf(stack)).toContain('alicloud_slb_server_certificate x1');
  expect(resourceOf(stack, 'alicloud_slb_server_certificate').attributes).toMatchObject({
    server_certificate: PEM,
    private_key: '${sensitive(var.key)}',
    lifecycle: { create_before_destroy: true },
  });
});

test('can come from a file, whose hash Terraform takes', () => {
  const { stack } = made({ certificate: Fn.file('shop.pem') });
  const { certificate_name: name, cert } = resourceOf(stack, CERTIFICATE).attributes;
  expect([cert, name]).toEqual(['${file("shop.pem")}', 'shop-front-${substr(sha256(file("shop.pem")), 0, 8)}']);
});

test('a key from a file is in no plan, whichever balancers the certificate is for', () => {
  const { stack, certificate } = made({ privateKey: Fn.file('shop.key') });
  expect(certificate.classicId).not.toBe('');
  expect(resourceOf(stack, 'alicloud_slb_server_certificate').attributes.private_key).toBe(
    '${sensitive(file("shop.key"))}',
  );
});

test('that exists is named by its number, with its region or without', () => {
  const stack = aCloud();
  const ids = ['1234567', '1234567-cn-hangzhou'].map(
    (certificateId, index) => Certificate.fromAttributes(stack, `c${index}`, { certificateId }).certificateId,
  );
  expect(ids).toEqual(['1234567-cn-hangzhou', '1234567-cn-hangzhou']);
  expect(billOf(stack)).toEqual([]);
});

test.each<[string, Partial<CertificateProps> | object, string]>([
  [
    'a private key as text',
    { privateKey: '-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----' },
    'secret-in-text',
  ],
  [
    'a private key beside the certificate',
    { certificate: `${PEM}-----BEGIN RSA PRIVATE KEY-----` },
    'certificate-invalid',
  ],
  ['a path instead of what is in the file', { certificate: 'shop.pem' }, 'certificate-invalid'],
  ['too long a name', { name: 'x'.repeat(56) }, 'name-invalid'],
  ['an unknown prop', { domain: 'example.com' }, 'prop-unknown'],
])('%s is refused', (_, props, code) => {
  expect(problemsOf(() => made(props)).map((problem) => problem.code)).toEqual([code]);
});

test('the text of a private key is not repeated by the error', () => {
  const [problem] = problemsOf(() => made({ privateKey: '-----BEGIN PRIVATE KEY-----\nSECRETBYTES' }));
  expect(JSON.stringify(problem)).not.toContain('SECRETBYTES');
});
