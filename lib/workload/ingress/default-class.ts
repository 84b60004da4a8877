/** Metadata of the class that serves Ingresses which name none. */
export function defaultClass(isDefault: boolean): { readonly annotations?: Record<string, string> } {
  return isDefault ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {};
}
