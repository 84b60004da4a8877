import { quote, type Problem } from '../core/errors';
import type { ApiServer, EndpointData } from '../core/cluster';
import { isToken } from '../core/tokens';

/** What a cluster's resource tells of its API server. */
interface Connected {
  readonly connections: { lookup(key: string): string };
}

/** The addresses of an API server of this program, known at apply. The public one exists with a public endpoint only. */
export function apiServerOf({ connections }: Connected, endpoint: EndpointData): ApiServer {
  const inside = connections.lookup('api_server_intranet');
  return Object.freeze(
    endpoint.kind === 'private'
      ? { private: inside }
      : { private: inside, public: connections.lookup('api_server_internet') },
  );
}

/** Problems with the addresses of an API server that exists. */
export function apiServerProblems(apiServer: ApiServer | undefined): Problem[] {
  return Object.entries(apiServer ?? {}).flatMap(([which, url]: [string, string | undefined]): Problem[] => {
    if (url === undefined || isToken(url) || /^https:\/\/[^\s/:]+(:\d{1,5})?\/?$/.test(url)) {
      return [];
    }
    const what = `apiServer.${which} ${quote(url)} is not the https address of an API server`;
    const fix = `write apiServer: { ${which}: "https://10.0.0.10:6443" }, as the console shows it`;
    return [{ code: 'api-server-invalid', what, value: url, fix }];
  });
}
