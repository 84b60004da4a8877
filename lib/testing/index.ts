export { hclOf } from './hcl';
export { kubernetesObjectsOf, kubernetesYamlOf, type KubernetesObject } from './kubernetes';
export { billOf, dataSourcesOf, resourceOf, resourcesOf, type FoundResource } from './look-up';
export { stacksOf, synthesized, type Attributes, type TerraformJson } from './synthesized';
export { writtenStacks } from './written-app';
