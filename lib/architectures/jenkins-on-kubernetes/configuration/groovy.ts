/**
 * Text as a literal of Groovy that nothing is put into. What Jenkins would take for one of its own secrets, `${`, is cut in
 * two, since the configuration is searched for it more than once; what Terraform fills in stays whole.
 *
 * Source: https://github.com/jenkinsci/job-dsl-plugin/blob/master/job-dsl-plugin/src/main/java/javaposse/jobdsl/plugin/casc/SeedJobConfigurator.java
 */
export function groovyText(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/\$\{(?!TfToken\[)/g, () => "$' + '{");
  return `'${escaped}'`;
}

/** A list of text literals. */
export function groovyList(texts: readonly string[]): string {
  return `[${texts.map(groovyText).join(', ')}]`;
}

/** A shell script as the argument of a step, one line below the other; nothing is put into it by Groovy. */
export function groovyScript(lines: readonly string[], indent: string): string {
  const escaped = lines.map((line) => `${indent}  ${line.replace(/\\/g, '\\\\').replace(/'''/g, "''\\'")}`.trimEnd());
  return ["'''", ...escaped, `${indent}'''`].join('\n');
}

/** Text as one word of a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}
