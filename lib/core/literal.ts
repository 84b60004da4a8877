/** What begins a template in Terraform; the framework's own tokens look like one and stay. */
const TEMPLATE = /([$%])\{(?!TfToken\[)/g;

/**
 * Text as Terraform writes it back: `${HOME}` in a script or a configuration file is text and not a reference to
 * something of Terraform's. Tokens in it stay tokens.
 */
export function literal(text: string): string {
  return text.replace(TEMPLATE, '$1$1{');
}
