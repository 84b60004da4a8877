import { clearOutput, describeSummary, summaryOf } from 'alicloud-constructs';
import { App } from 'cdktf';
import { build } from './stacks';

// A folder that held the other form of output (JSON or HCL) would declare every resource twice.
clearOutput(process.env.CDKTF_OUTDIR ?? 'cdktf.out');

const app = new App();
build(app);
app.synth();

console.log(describeSummary(summaryOf(app)));
