import type { IWorkload } from '../core/workload';

/** What is done for a workload, to be done for its companions, too. */
type Deed = (companion: IWorkload) => void;

interface Company {
  readonly deeds: Deed[];
  readonly companions: IWorkload[];
}

const COMPANY = new WeakMap<IWorkload, Company>();

function companyOf(workload: IWorkload): Company {
  const company = COMPANY.get(workload) ?? { deeds: [], companions: [] };
  COMPANY.set(workload, company);
  return company;
}

/** Does something for every companion of a workload, those that come later included. */
export function forCompanions(workload: IWorkload | undefined, deed: Deed): void {
  if (workload) {
    const { deeds, companions } = companyOf(workload);
    deeds.push(deed);
    companions.forEach(deed);
  }
}

/** Adds Pods that may do what those of a workload may: the next version beside it. */
export function addCompanion(workload: IWorkload, companion: IWorkload): void {
  const { deeds, companions } = companyOf(workload);
  companions.push(companion);
  [...deeds].forEach((deed) => deed(companion));
}
