export { objectsOfRelease } from '../core/written/kubernetes-releases';
