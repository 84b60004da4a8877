export { hclOf } from './hcl';
export { kubernetesObjectsOf, kubernetesYamlOf, type KubernetesObject } from './kubernetes';
export { billOf, dataSourcesOf, resourceOf, resourcesOf, type FoundResource } from './look-up';
export { practicesOf, type PracticeOptions } from './practices';
export { stacksOf, synthesized, type Attributes, type TerraformJson } from './synthesized';
export { writtenStacks } from './written-app';
