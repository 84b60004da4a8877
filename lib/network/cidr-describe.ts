import type { Purpose } from '../core/network';
import { cidr } from './cidr';
import { unplanned } from './cidr-layout';
import type { CidrPlanData, DescribeOptions, Room } from './cidr-plan-data';

/**
 * A plan as text: the table of its vSwitches, its ranges and capacity in words, its warnings, and the JSON underneath.
 * The same plan always gives the same text.
 */
export function describePlan(plan: CidrPlanData, options: DescribeOptions = {}): string {
  const format = options.format ?? 'both';
  const json = JSON.stringify(plan, null, 2);
  if (format === 'json') {
    return json;
  }
  const text = [...heading(plan), '', ...table(plan), '', ...answers(plan), ...warnings(plan)].join('\n');
  return format === 'table' ? text : `${text}\n\n${json}`;
}

function heading(plan: CidrPlanData): string[] {
  const secondary = plan.secondary.length > 0 ? `, secondary ${plan.secondary.join(', ')}` : '';
  const pods =
    plan.podNetwork.kind === 'terway'
      ? 'addresses of the VPC (Terway)'
      : `${plan.podNetwork.podCidr}, a /${plan.podNetwork.nodeMask} for each node (Flannel)`;
  return [
    `VPC       ${plan.vpc}${secondary} in ${plan.region}`,
    `Pods      ${pods}`,
    `Services  ${plan.serviceCidr}`,
    `Left free ${[plan.vpc, ...plan.secondary].map((block) => unplanned(cidr(block)).text).join(', ')} for vSwitches made by hand`,
    ...plan.reserved.map((range) => `Reserved  ${range.cidr} ${range.name}`),
  ];
}

function table(plan: CidrPlanData): string[] {
  const rows = plan.vswitches.map(({ zone, purpose, ordinal, cidr: range, usable }) => {
    const last = !plan.vswitches.some(
      (other) => other.zone === zone && other.purpose === purpose && other.ordinal > ordinal,
    );
    const room = plan.capacity.perZone[zone]?.[purpose];
    return [zone, purpose, range, String(usable), last && room ? note(room) : 'continued below'];
  });
  return aligned([['zone', 'purpose', 'range', 'usable', 'note'], ...rows]);
}

function note({ asked, free, growth }: Room): string {
  const need = asked > 0 ? `${free} free beyond the ${asked} asked` : 'no limit asked';
  return `${need}, ${growth > 0 ? `can grow by ${growth}` : 'cannot grow'}`;
}

function answers({ capacity, podNetwork, vswitches }: CidrPlanData): string[] {
  const zones = Object.keys(capacity.perZone).length;
  const eci = vswitches.filter(({ purpose }) => purpose === 'eci').reduce((sum, { usable }) => sum + usable, 0);
  const has = (purpose: Purpose) => vswitches.some((vswitch) => vswitch.purpose === purpose);
  const over = `over ${zones} ${zones === 1 ? 'zone' : 'zones'}`;
  return [
    'Room for',
    ...(has('nodes') ? [`  ${capacity.maxNodes} nodes ${over}`] : []),
    ...(podNetwork.kind === 'flannel'
      ? [
          `  ${capacity.nodesByPodRange} nodes by the Pod range, with ${capacity.addressesPerNode} addresses (${capacity.podsPerNode} Pods) each`,
          `  ${capacity.pods} Pods on nodes`,
        ]
      : has('pods')
        ? [`  ${capacity.pods} Pods on nodes`]
        : []),
    ...(has('eci') ? [`  ${eci} Pods on ECI`] : []),
    `  ${capacity.services} Services`,
  ];
}

function warnings(plan: CidrPlanData): string[] {
  return plan.warnings.flatMap(({ code, what, fix }) => ['', `Warning: ${what} [${code}]`, `  fix: ${fix}`]);
}

/** Columns padded to their widest cell; numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
