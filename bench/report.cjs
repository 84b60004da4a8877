/** Preloaded into every measured process: writes what it used when it exits. */
const started = process.hrtime.bigint();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const modules = Object.keys(require.cache).length;
  const inside = Number(process.hrtime.bigint() - started) / 1e9;
  const report = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024, modules, inside };
  require('node:fs').writeFileSync(process.env.BENCH_REPORT, JSON.stringify(report));
});
