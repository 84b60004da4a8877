import { oneOf } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** How kube-proxy forwards Service traffic on the nodes. */
export type ProxyMode = (typeof PROXY_MODES)[number];

const PROXY_MODES = Object.freeze(['ipvs', 'iptables', 'nftables'] as const);

/** From this minor on upstream has deprecated ipvs, and ACK offers nftables. */
const NFTABLES_MINOR = 35;

const VERSION = /^1\.(\d{1,2})(\.\d+-aliyun\.\d+)?$/;

/** The minor of a version text, such as 34; `undefined` when it is not known at synth. */
export function minorOf(version: string | undefined): number | undefined {
  const minor = version === undefined || isToken(version) ? undefined : VERSION.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** True for `1.34`, false for `1.34.1-aliyun.1`. */
export function isMinorOnly(version: string | undefined): boolean {
  return version !== undefined && !isToken(version) && /^1\.\d{1,2}$/.test(version);
}

/** What a new cluster gets: ipvs up to 1.34; iptables from 1.35 on, and where ACK chooses the version. */
export function defaultProxyMode(version: string | undefined): ProxyMode {
  const minor = minorOf(version);
  return minor !== undefined && minor < NFTABLES_MINOR ? 'ipvs' : 'iptables';
}

/** Problems with a Kubernetes version. */
export function versionProblems(version: string | undefined, prop = 'version'): Problem[] {
  if (version === undefined || isToken(version) || VERSION.test(version)) {
    return [];
  }
  const what = `${prop} ${quote(version)} is neither a minor such as "1.34" nor a full version such as "1.34.1-aliyun.1"`;
  const newest = prop === 'version' ? ' to take the newest' : '';
  const fix = `write ${prop}: "1.34.1-aliyun.1", or leave it out${newest}`;
  return [{ code: 'version-invalid', what, value: version, fix }];
}

/** Problems with a kube-proxy mode on a version. */
export function proxyModeProblems(mode: ProxyMode | undefined, version: string | undefined): Problem[] {
  const minor = minorOf(version);
  if (mode === 'nftables' && minor !== undefined && minor < NFTABLES_MINOR) {
    const what = `proxyMode "nftables" needs Kubernetes 1.${NFTABLES_MINOR}, version is ${quote(version)}`;
    const fix = `write proxyMode: "${defaultProxyMode(version)}", or leave it out`;
    return [{ code: 'proxy-mode-version', what, value: mode, fix }];
  }
  return oneOf('proxyMode', mode, PROXY_MODES);
}

/** Text of the warning for ipvs where upstream has deprecated it. */
export function ipvsWarning(mode: ProxyMode | undefined, version: string | undefined): string | undefined {
  const minor = minorOf(version);
  return mode === 'ipvs' && minor !== undefined && minor >= NFTABLES_MINOR
    ? `proxyMode "ipvs" is deprecated from Kubernetes 1.${NFTABLES_MINOR} on and cannot be changed later; "nftables" or "iptables" will last`
    : undefined;
}
