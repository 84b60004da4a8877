import { oneOf, wholeNumber } from '../core/checks';
import type { Cloud } from '../core/cloud';
import type { Resolved } from '../core/defaults';
import { quote, type Problem } from '../core/errors';
import type { INetwork, VswitchRef } from '../core/network';
import { regionMismatch } from '../network/in-region';
import { nasBackupProblems } from './nas-backup';
import { pathProblems } from './nas-forms';
import { kindProblems } from './nas-kind';
import type { NAS_DEFAULTS, NasFileSystemProps } from './nas-props';

type ResolvedNas = Readonly<Resolved<NasFileSystemProps, typeof NAS_DEFAULTS>>;

/** Everything that is wrong with the props of a file system, at once. */
export function nasProblems(p: ResolvedNas, cloud: Cloud): Problem[] {
  const { lifecycle } = p;
  return [
    ...regionMismatch(p.network, cloud),
    ...kindProblems(p.kind),
    ...extremeProblems(p),
    ...zoneProblems(p.network, p.zone),
    ...(p.recycleBinDays === undefined ? [] : wholeNumber('recycleBinDays', p.recycleBinDays, 0, 180, 'days')),
    ...(lifecycle === undefined ? [] : oneOf('lifecycle.afterDays', lifecycle.afterDays, [14, 30, 60, 90])),
    ...(lifecycle?.paths ?? []).flatMap((path, index) => pathProblems(`lifecycle.paths[${index}]`, path, '/')),
    ...(p.backup === undefined ? [] : nasBackupProblems(p.backup)),
  ];
}

/** What standard file systems alone have. */
function extremeProblems({ kind, recycleBinDays, lifecycle }: ResolvedNas): Problem[] {
  const given = [...(recycleBinDays ? ['recycleBinDays'] : []), ...(lifecycle ? ['lifecycle'] : [])];
  return kind.kind === 'standard'
    ? []
    : given.map((prop) => ({
        code: 'choice-conflict',
        what: `${prop} is for standard file systems, and kind is extreme`,
        value: kind.kind,
        fix: `leave ${prop} out, or write kind: NasKind.standard("Performance")`,
      }));
}

/** The vSwitch in which the mount target gets its address. */
export function nasVswitch(network: INetwork, zone: string | undefined): VswitchRef | undefined {
  const all = [...network.vswitches('data')].sort((a, b) => (a.zone < b.zone ? -1 : 1));
  return zone === undefined ? all[0] : all.find((vswitch) => vswitch.zone === zone);
}

function zoneProblems(network: INetwork, zone: string | undefined): Problem[] {
  if (nasVswitch(network, zone)) {
    return [];
  }
  const zones = [...new Set(network.vswitches('data').map((vswitch) => vswitch.zone))].sort();
  const what = `zone ${quote(zone)}: network "${network.node.path}" has no vSwitch for data there`;
  const fix = zones.length > 0 ? `write one of ${zones.join(', ')}` : 'name its vSwitches for data';
  return [{ code: 'file-system-zone', what, value: zone, fix }];
}
