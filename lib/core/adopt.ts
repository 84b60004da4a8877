import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';

/** The resource that takes over what exists. */
interface Adoptable extends Construct {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
}

/**
 * An `import` block: at the next apply Terraform takes the existing object with this id under the resource's address
 * instead of creating one. Needs Terraform 1.5. The block may stay in the program; once imported it does nothing.
 *
 * Written by the stack itself because the framework's own import helper starts `terraform` during synthesis.
 */
export class Adoption extends TerraformElement {
  constructor(
    private readonly target: Adoptable,
    private readonly importId: string,
  ) {
    super(target, 'adopt');
  }

  override toTerraform(): unknown {
    return { import: [{ id: this.importId, to: this.address }] };
  }

  override toHclTerraform(): unknown {
    return {
      import: [
        {
          to: { value: this.address, type: 'simple', storageClassType: 'reference' },
          id: { value: this.importId, type: 'simple', storageClassType: 'string' },
        },
      ],
    };
  }

  private get address(): string {
    return `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`;
  }
}

/** Adopts an existing object when an id is given; creates nothing otherwise. */
export function adopt(resource: Adoptable, importId: string | undefined): void {
  if (importId !== undefined) {
    new Adoption(resource, importId);
  }
}
