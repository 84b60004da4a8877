export { objectOf, type KubernetesObject } from '../core/written/kubernetes-convert';
