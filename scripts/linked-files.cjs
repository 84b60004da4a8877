/**
 * The documents of the package: what its README links to, and what those files link to in turn, as paths from the root of
 * the repository. Published under the same paths, every link leads somewhere in an installed package too.
 */
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { posix } = require('node:path');

const LINK = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;
/** What a program leaves behind in its folder. */
const LEFT_BEHIND = ['node_modules', 'cdktf.out', '__snapshots__'];

/**
 * @param {string} root folder of the repository
 * @param {readonly string[]} first the files to begin with
 * @returns {{ files: string[], broken: string[] }} sorted; broken links as "file: link"
 */
function linkedFiles(root, first) {
  const files = new Set();
  const broken = [];
  const visit = (path, from) => {
    const file = posix.join(root, path);
    if (!existsSync(file)) {
      broken.push(`${from}: ${path}`);
    } else if (statSync(file).isDirectory()) {
      const inside = readdirSync(file).filter((name) => !name.startsWith('.') && !LEFT_BEHIND.includes(name));
      inside.forEach((name) => visit(posix.join(path, name), from));
    } else if (!files.has(path)) {
      files.add(path);
      linksIn(file, path).forEach((link) => visit(link, path));
    }
  };
  first.forEach((path) => visit(path, 'package'));
  return { files: [...files].sort(), broken };
}

/** Links of a document to files of the repository. */
function linksIn(file, path) {
  if (!path.endsWith('.md')) {
    return [];
  }
  const links = [...readFileSync(file, 'utf8').matchAll(LINK)].map(([, link]) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => posix.join(posix.dirname(path), link));
}

module.exports = { linkedFiles };
