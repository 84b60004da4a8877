/** Labels by which a workload and its Services find the Pods. Never change: the provider would replace the workload. */
export function selectorOf(workloadName: string): Readonly<Record<string, string>> {
  return Object.freeze({ 'app.kubernetes.io/name': workloadName });
}

/** Labels of everything that a workload makes. */
export function labelsOf(workloadName: string): Readonly<Record<string, string>> {
  return Object.freeze({ ...selectorOf(workloadName), 'app.kubernetes.io/managed-by': 'terraform' });
}
