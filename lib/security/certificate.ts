import { SlbServerCertificate } from '@cdktf/provider-alicloud/lib/slb-server-certificate';
import { SslCertificatesServiceCertificate } from '@cdktf/provider-alicloud/lib/ssl-certificates-service-certificate';
import { Fn } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf, type Site } from '../core/cloud';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { joined, quoted } from '../core/literal';
import { NAME_RULES, nameProblems, physicalName } from '../core/names';
import { isToken } from '../core/tokens';

/** A certificate of TLS in the Certificate Management Service, created here or existing. */
export interface ICertificate extends IConstruct {
  /** Its id with the region of the service, as ALB, its Ingress, NLB and CDN name it: `1234567-cn-hangzhou`. */
  readonly certificateId: string;
}

/** A certificate that exists. */
export interface CertificateAttributes {
  /** Its id, with its region or without: `1234567`. */
  readonly certificateId: string;
}

export interface CertificateProps {
  /**
   * The certificate and those between it and a known authority, in PEM, its own first. Public: text (`readFileSync('shop.pem', 'utf8')`),
   * a file that Terraform reads (`Fn.file`, from the folder of the stack) or a variable. Another one is uploaded beside the old one, which goes when nothing names it any more.
   * @throws InputError `certificate-invalid`
   */
  readonly certificate: string;
  /**
   * Its private key, in PEM, without a password: a sensitive variable (`new TerraformVariable(stack, 'key', { type: 'string', sensitive: true
   * }).stringValue`, given as `TF_VAR_key` at the apply), `Fn.file` of a path that is not in git, or what another provider made.
   * Never text. Replaces the certificate.
   * @throws InputError `secret-in-text`
   */
  readonly privateKey: string;
  /**
   * Begin of its name in the service, at most 55 characters; eight digits of the certificate's hash follow, since two of one
   * name cannot be there at once. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly name?: string;
  /**
   * Takes over an uploaded certificate instead of uploading one. Import id: its number, without the region. The service tells
   * the private key to nobody: it is left alone as long as `adopt` stands there.
   * @default none - a new one
   */
  readonly adopt?: string;
}

const FORMS: Forms<CertificateProps> = {
  certificate: needed(any, 'Fn.file("shop.pem")'),
  privateKey: needed(any, 'new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue'),
  name: text,
  adopt: word,
};

const ATTRIBUTES_FORMS: Forms<CertificateAttributes> = { certificateId: needed(word, '"1234567"') };

/** Where the service keeps certificates, whatever the region of the stack is. */
const HOME: Readonly<Record<Site, string>> = Object.freeze({ cn: 'cn-hangzhou', intl: 'ap-southeast-1' });

const ID = /^\d+(-[a-z]+(-[a-z]+)+-?\d*)?$/;
const PEM = /^\s*-----BEGIN (TRUSTED )?CERTIFICATE-----[\s\S]+-----END (TRUSTED )?CERTIFICATE-----\s*$/;
const HASH = 8;

function problemsIn({ certificate, privateKey, name }: CertificateProps): Problem[] {
  return [
    ...(isToken(privateKey) ? [] : [keyInText(privateKey)]),
    ...certificateProblems(certificate),
    ...nameProblems('name', name, NAME_RULES.certificate),
  ];
}

function keyInText(value: unknown): Problem {
  const what = `privateKey is ${typeof value === 'string' ? 'text' : quote(value)}; a private key written in a program is in git and in every copy`;
  const fix =
    'write new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue, and give it at the apply as TF_VAR_key';
  return { code: 'secret-in-text', what, value: 'privateKey', fix };
}

function certificateProblems(certificate: unknown): Problem[] {
  if (isToken(certificate)) {
    return [];
  }
  const holds = typeof certificate === 'string' && /PRIVATE KEY/.test(certificate);
  const fits = typeof certificate === 'string' && !holds && PEM.test(certificate);
  const what = holds
    ? 'certificate holds a private key'
    : `certificate is no PEM: it does not begin with "-----BEGIN CERTIFICATE-----" and end with "-----END CERTIFICATE-----"`;
  const fix = holds
    ? 'write the key into privateKey, by reference'
    : 'write certificate: readFileSync("shop.pem", "utf8"), its own certificate first';
  return fits ? [] : [{ code: 'certificate-invalid', what, value: holds ? 'PRIVATE KEY' : typeof certificate, fix }];
}

/**
 * A certificate of yours for balancers, uploaded to the Certificate Management Service. Creates
 * `alicloud_ssl_certificates_service_certificate`, and `alicloud_slb_server_certificate` when `classicId` is asked for. Free.
 * **The state of the stack holds the private key**: keep it encrypted and let few people read it. A new certificate is there before
 * the old one goes, so that balancers change over. Nothing renews it: give another one before it ends.
 *
 * @throws InputError `secret-in-text` for a private key as text, `certificate-invalid`, `name-invalid`
 */
export class Certificate extends Construct implements ICertificate {
  readonly resource: SslCertificatesServiceCertificate;
  readonly certificateId: string;
  private readonly props: CertificateProps;
  private readonly certificateName: string;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    reject(this, problemsIn(props));
    this.props = props;
    const { certificate, privateKey, adopt: adopted } = props;
    const stem = props.name ?? physicalName(this, NAME_RULES.certificate);
    const pem = isToken(certificate) ? joined(certificate) : quoted(certificate);
    this.certificateName = `${stem}-${Fn.substr(Fn.sha256(pem), 0, HASH)}`;
    this.resource = new SslCertificatesServiceCertificate(this, 'Resource', {
      certificateName: this.certificateName,
      cert: certificate,
      key: privateKey,
      lifecycle: { createBeforeDestroy: true },
    });
    adopt(this.resource, adopted);
    this.certificateId = `${this.resource.id}-${HOME[cloudOf(this).site]}`;
  }

  /**
   * Its id for classic balancers (CLB), which have a store of their own in each region; the first time it is asked for uploads the
   * certificate there too.
   */
  get classicId(): string {
    const made = this.node.tryFindChild('classic') as SlbServerCertificate | undefined;
    const { certificate, privateKey } = this.props;
    const classic =
      made ??
      new SlbServerCertificate(this, 'classic', {
        name: this.certificateName,
        serverCertificate: certificate,
        // The provider of classic balancers would show a key that comes from a file in the plan.
        privateKey: Fn.sensitive(joined(privateKey)) as string,
        lifecycle: { createBeforeDestroy: true },
      });
    return classic.id;
  }

  /** A certificate that exists, bought or uploaded; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: CertificateAttributes): ICertificate {
    return new ImportedCertificate(scope, id, attributes);
  }
}

class ImportedCertificate extends Construct implements ICertificate {
  readonly certificateId: string;

  constructor(scope: Construct, id: string, attributes: CertificateAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, ATTRIBUTES_FORMS));
    const { certificateId } = attributes;
    const fits = isToken(certificateId) || ID.test(certificateId);
    const what = `certificateId ${quote(certificateId)} is no number, with a region behind it or without`;
    const fix = 'write "1234567", or "1234567-cn-hangzhou"';
    reject(this, fits ? [] : [{ code: 'resource-id-invalid', what, value: certificateId, fix }]);
    const whole = isToken(certificateId) || certificateId.includes('-');
    this.certificateId = whole ? certificateId : `${certificateId}-${HOME[cloudOf(this).site]}`;
  }
}
