/**
 * Into which file of the compiled library a module goes. Node reads a file as a whole before it runs the first line of it, so
 * what a program without workloads or databases never asks for is in files that it never opens.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The parts, and the folders of each; the first that fits. */
const PARTS = [
  ['jenkins', /^architectures\/jenkins-on-kubernetes\//],
  ['serverless', /^architectures\/wordpress-on-serverless\//],
  ['watching', /^(?:monitoring|logs\/log-(?:store|index|encryption)|workload\/observability)\//],
  ['ingress', /^workload\/(?:ingress|releases)\//],
  [
    'more',
    /^(?:database|storage|registry|architectures|core\/(?:adoption|codes|written)|checks\/practices(?!\/(?:profiles|notes|silence)\b)|cluster\/(?:sizing|access)|workload\/(?:access|jobs|volumes|stateful|daemon))\//,
  ],
  ['workload', /^(?:workload|balancer)\//],
  ['cloud', /^(?:core|network|security|logs|cluster|checks|stacks)\//],
];

const fileOf = (part) => `library-${part}.js`;

/** The part of a module, by its path below the folder of the compiled library; none for what is no part of it. */
function partOf(module) {
  return PARTS.find(([, folders]) => folders.test(module))?.[0];
}

/** The requires of a module, those of another part as what the file of that part hands out. */
export function acrossParts(dist, path, source) {
  const below = (file) => relative(dist, file).split(sep).join('/');
  const own = partOf(below(path));
  return source.replace(/require\("(\.{1,2}\/[^"]+)"\)/g, (whole, target) => {
    const module = below(join(dirname(path), target)).replace(/\.js$/, '');
    const part = partOf(module);
    if (part === undefined || part === own) {
      return whole;
    }
    // The index asks for what a program uses of it, and mostly once.
    return own === undefined ? handedOut(fileOf(part), module) : `require("part:${fileOf(part)}:${module}")`;
  });
}

const handedOut = (file, module) => `require("./part.js")("${file}")("${module}")`;

/** Each part's file and the source of what it hands out: its modules by name, run when they are first asked for. */
export function partFiles(dist) {
  const modules = readdirSync(dist, { recursive: true })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace(/\.js$/, ''))
    // The compiler leaves what it made of sources that are gone.
    .filter((module) => existsSync(join(dist, '../lib', `${module}.ts`)))
    .sort();
  return PARTS.map(([part]) => {
    const own = modules.filter((module) => partOf(module) === part);
    const table = own.map((module) => `"${module}": () => require("./${module}"),`).join('\n');
    return {
      file: fileOf(part),
      source: `const modules = {\n${table}\n};\nmodule.exports = (name) => modules[name]();`,
    };
  });
}

/** What is another part's stays outside, and is asked for once. */
export const partsPlugin = {
  name: 'parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^part:/ }, ({ path }) => {
      const [, file, module] = path.split(':');
      return { path, namespace: 'outside', pluginData: handedOut(file, module) };
    });
    bundler.onResolve({ filter: /^\.\/part\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};
