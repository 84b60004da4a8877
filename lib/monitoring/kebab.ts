/** The name of a rule as a part of ids and names: `nodeCpu` is `node-cpu`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
