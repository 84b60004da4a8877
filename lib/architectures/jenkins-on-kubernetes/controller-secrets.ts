import { Construct } from 'constructs';
import { checkedId } from '../../core/ids';
import { drawPassword } from '../../core/password';
import { Files, type FileSource } from '../../workload/pod/files';
import { Secret } from '../../workload/secret';
import { Credential, type CredentialData } from './configuration/credential';
import { Login, type LoginData } from './configuration/login';
import { secretOf, type JenkinsCredentialData } from './jenkins-credential';
import type { ResolvedJenkins } from './jenkins-defaults';
import type { JenkinsLoginData } from './jenkins-login';
import { secretFolder, type JenkinsSecretValue } from './jenkins-secret-value';

/** The Secret of what the program gives; its keys are files of the controller. */
const OWN = 'secrets';

/** The keys of what is not a credential. */
const KEYS = Object.freeze({ administrator: 'administrator', manager: 'ldap-manager', client: 'oidc-client' });

/**
 * The secrets of the controller: files, of which the configuration names the paths. What the program gives is in one Secret of its
 * own, `secrets`, with the administrator's password, which is drawn at random; what exists is mounted beside it.
 */
export class ControllerSecrets extends Construct {
  readonly login: LoginData;
  readonly credentials: readonly CredentialData[];
  /** What the controller mounts, by path. */
  readonly files: Readonly<Record<string, FileSource>>;
  /** The Secret of the program's own; absent where it has none. */
  readonly secret?: Secret;
  private readonly values: Record<string, string> = {};
  private readonly existing = new Set<string>();

  constructor(scope: Construct, id: string, p: Pick<ResolvedJenkins, 'login' | 'credentials' | 'rotation'>) {
    super(scope, checkedId(scope, id));
    this.login = this.loginOf(p.login, p.rotation.administrator);
    this.credentials = p.credentials.map((one) => this.credentialOf(one));
    const own = Object.keys(this.values).length > 0;
    this.secret = own ? new Secret(scope, OWN, { values: this.values, name: OWN }) : undefined;
    const mounted = [...(own ? [OWN] : []), ...[...this.existing].sort()];
    // A controller reads its secrets when it starts.
    const version = (name: string) => (name === OWN ? { version: p.rotation.administrator } : {});
    this.files = Object.fromEntries(mounted.map((name) => [secretFolder(name), Files.secret(name, version(name))]));
  }

  /** The file that holds a secret; a value of the program's is put into its Secret under the key. */
  private fileOf(key: string, value: JenkinsSecretValue): string {
    if (typeof value !== 'string') {
      this.existing.add(value.secret);
      return `${secretFolder(value.secret)}/${value.key}`;
    }
    this.values[key] = value;
    return `${secretFolder(OWN)}/${key}`;
  }

  private loginOf(login: JenkinsLoginData, rotation: string): LoginData {
    switch (login.kind) {
      case 'local': {
        const password = drawPassword(this, rotation, { id: 'administrator', length: 24 });
        return Login.local({ name: login.user, passwordFile: this.fileOf(KEYS.administrator, password) });
      }
      case 'ldap': {
        const { kind: _, manager, userSearch = 'uid={0}', ...ldap } = login;
        const passwordFile = this.fileOf(KEYS.manager, manager.password);
        return Login.ldap({ ...ldap, userSearch, manager: { dn: manager.dn, passwordFile } });
      }
      case 'oidc': {
        const { kind: _, clientSecret, ...oidc } = login;
        return Login.oidc({ ...oidc, clientSecretFile: this.fileOf(KEYS.client, clientSecret) });
      }
    }
  }

  private credentialOf(credential: JenkinsCredentialData): CredentialData {
    const { id, description } = credential;
    const file = this.fileOf(`credential-${id}`, secretOf(credential));
    switch (credential.kind) {
      case 'login':
        return Credential.login({ id, description }, { user: credential.user, passwordFile: file });
      case 'ssh-key':
        return Credential.sshKey({ id, description }, { user: credential.user, keyFile: file });
      case 'text':
        return Credential.text({ id, description }, file);
    }
  }
}
