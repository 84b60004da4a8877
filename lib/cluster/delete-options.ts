import type { Protection } from '../core/cloud';

/** What ACK removes with a cluster of any kind. A balancer that it kept would keep the vSwitches and the VPC. */
export function deleteOptions(protection: Protection) {
  const logs = protection === 'production' ? 'retain' : 'delete';
  return [
    { resourceType: 'SLB', deleteMode: 'delete' },
    { resourceType: 'ALB', deleteMode: 'delete' },
    { resourceType: 'PrivateZone', deleteMode: 'delete' },
    { resourceType: 'SLS_Data', deleteMode: logs },
    { resourceType: 'SLS_ControlPlane', deleteMode: logs },
  ];
}
