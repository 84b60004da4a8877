import type { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import type { RrsaProvider } from '../core/cluster';

/** The OIDC provider that ACK makes in RAM for the service accounts of a cluster. */
export function rrsaOf(resource: CsManagedKubernetes): RrsaProvider {
  const metadata = resource.rrsaMetadata.get(0);
  return { issuer: metadata.rrsaOidcIssuerUrl, providerArn: metadata.ramOidcProviderArn };
}
