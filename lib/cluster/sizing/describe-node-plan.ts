import type { Fill, NodePlan } from './node-plan-data';

/** A plan of nodes as a small table, with its reasons and warnings. The same plan always gives the same text. */
export function describeNodePlan(plan: NodePlan): string {
  const { node, pool, addresses } = plan;
  const size = typeof pool.size === 'number' ? `${pool.size}` : `${pool.size.min} to ${pool.size.max}`;
  const { nodes, pods } = addresses.perZone;
  return [
    `Nodes      ${size} of ${node.vcpu} vCPU, ${node.memoryGib} GiB, ${node.architecture}, in ${pool.zones.join(', ')}`,
    `Types      ${pool.instanceTypes.join(', ')} (figures of ${plan.figuresOf})`,
    `Room       ${node.room.cpu} cores, ${node.room.memoryGib} GiB, ${node.room.pods} Pods on each, system apart`,
    `Addresses  in each zone ${nodes} for nodes${pods === undefined ? '' : `, ${pods} for Pods`}`,
    '',
    ...table(plan),
    '',
    'Why',
    ...plan.reasons.map((reason) => `  ${reason}`),
    ...plan.warnings.flatMap(({ code, what, fix }) => ['', `Warning: ${what} [${code}]`, `  fix: ${fix}`]),
  ].join('\n');
}

function table({ base, peak, afterLoss, survives }: NodePlan): string[] {
  const row = (name: string, { nodes, load, percent }: Fill) => [
    name,
    String(nodes),
    String(load.pods),
    `${load.cpu} (${percent.cpu}%)`,
    `${load.memoryGib} GiB (${percent.memory}%)`,
    `${percent.pods}%`,
  ];
  const rows = [
    ['', 'nodes', 'Pods', 'cpu requested', 'memory requested', 'Pods of room'],
    row('base', base),
    ...(survives === 'nothing' ? [] : [row(survives === 'zone-loss' ? 'a zone lost' : 'a node lost', afterLoss)]),
    ...(peak.nodes > base.nodes || peak.load.pods > base.load.pods ? [row('peak', peak)] : []),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
