import { isList, isObj, isUnknown, text, type Obj, type Value } from '../cty/value';
import { clusterOf } from '../values/kube';
import { NO_SESSION, type Session } from './context';

/** Which cluster a kubernetes configuration leads to. */
function clusterIn(config: Obj): string | undefined {
  const host = text(config.host);
  if (host) {
    return clusterOf(host) ?? host;
  }
  const files = [text(config.config_path), ...(isList(config.config_paths) ? config.config_paths.map(text) : [])];
  const file = files.find((one) => one);
  return file === undefined ? undefined : `${file}#${text(config.config_context) ?? ''}`;
}

const first = (value: Value | undefined): Obj =>
  isObj(value) ? value : isList(value) && isObj(value[0]) ? value[0] : {};

/** What a provider configuration means for its connection. */
export function sessionOf(address: string, config: Obj): Session {
  switch (address) {
    case 'hashicorp/kubernetes':
      return { ...NO_SESSION, config, cluster: clusterIn(config) };
    case 'hashicorp/helm':
      return { ...NO_SESSION, config, cluster: clusterIn(first(config.kubernetes)) };
    default:
      return { ...NO_SESSION, config, region: text(config.region) || NO_SESSION.region, cluster: '' };
  }
}

/** Providers that talk to an API server. */
export const needsCluster = (address: string): boolean =>
  address === 'hashicorp/kubernetes' || address === 'hashicorp/helm';

/** A host that only another resource of the same run will tell cannot be planned against. */
export const hostIsUnknown = (config: Obj): boolean =>
  isUnknown(config.host) || isUnknown(first(config.kubernetes).host);
