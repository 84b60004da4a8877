export { withNames } from '../core/written/kubernetes-references';
