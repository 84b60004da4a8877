import type { CredentialData } from './credential';
import { bytesFile, textFile, trimmedFile, type Configuration } from './jcasc-values';
import { RELEASE_CREDENTIAL } from './names';
import type { JenkinsSettings } from './settings';

/**
 * Credentials, all of them from files. Those that pipelines name are global; the one that makes Pods of releases is the
 * system's, which no pipeline can ask for.
 *
 * Source: https://github.com/jenkinsci/configuration-as-code-plugin/tree/master/demos/credentials
 */
export function credentials({ credentials: given, release }: JenkinsSettings): Configuration {
  const ofReleases = {
    string: {
      scope: 'SYSTEM',
      id: RELEASE_CREDENTIAL,
      description: 'Makes Pods of releases',
      secret: trimmedFile(release.tokenFile),
    },
  };
  return { system: { domainCredentials: [{ credentials: [ofReleases, ...given.map(credential)] }] } };
}

function credential(data: CredentialData): Configuration {
  const named = { scope: 'GLOBAL', id: data.id, description: data.description ?? data.id };
  switch (data.kind) {
    case 'login':
      return { usernamePassword: { ...named, username: data.user, password: trimmedFile(data.passwordFile) } };
    case 'ssh-key': {
      const passphrase = data.passphraseFile === undefined ? undefined : trimmedFile(data.passphraseFile);
      const privateKeySource = { directEntry: { privateKey: textFile(data.keyFile) } };
      return { basicSSHUserPrivateKey: { ...named, username: data.user, passphrase, privateKeySource } };
    }
    case 'text':
      return { string: { ...named, secret: trimmedFile(data.file) } };
    case 'file':
      return { file: { ...named, fileName: data.fileName, secretBytes: bytesFile(data.file) } };
  }
}
