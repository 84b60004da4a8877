import { TerraformResource, TerraformStack, type App } from 'cdktf';

/** Names of the stacks of an app that have resources. */
export const stacksIn = (app: App): readonly string[] =>
  app.node
    .findAll()
    .filter((one): one is TerraformStack => TerraformStack.isStack(one))
    .filter((stack) => stack.node.findAll().some((one) => TerraformResource.isTerraformResource(one)))
    .map((stack) => stack.node.id);
