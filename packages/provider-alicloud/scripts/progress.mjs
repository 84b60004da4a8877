const PLAIN_STEP = 500;

/** Progress of a build: one changing line on a terminal, a line for every 500 modules elsewhere. */
export function createProgress(name, out = process.stdout) {
  let lastStep = 0;
  const clear = () => out.isTTY && out.write('\r\x1b[2K');
  return {
    say(message) {
      clear();
      out.write(`${name}: ${message}\n`);
    },
    count(verb, done, total) {
      if (out.isTTY) {
        clear();
        out.write(`${name}: ${verb} ${done}/${total}`);
      } else if (Math.floor(done / PLAIN_STEP) > lastStep && done < total) {
        lastStep = Math.floor(done / PLAIN_STEP);
        out.write(`${name}: ${verb} ${done}/${total}\n`);
      }
    },
  };
}
