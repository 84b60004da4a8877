import path from 'node:path';
import ts from 'typescript';
import { packageDir } from './support/schema';

const PROGRAM = `
import { App, TerraformStack } from 'cdktf';
import { DataAlicloudZones } from '@cdktf/provider-alicloud/lib/data-alicloud-zones';
import { AlicloudProvider, AlicloudProviderConfig } from '@cdktf/provider-alicloud/lib/provider';
import { Vpc, VpcConfig } from '@cdktf/provider-alicloud/lib/vpc';
import * as alicloud from '@cdktf/provider-alicloud';
import { vswitch, dataAlicloudZones } from '@cdktf/provider-alicloud';

const stack = new TerraformStack(new App(), 'stack');
const settings: AlicloudProviderConfig = { region: 'cn-hangzhou' };
new AlicloudProvider(stack, 'alicloud', settings);
const config: VpcConfig = { cidrBlock: '10.0.0.0/8' };
const vpc: alicloud.vpc.Vpc = new Vpc(stack, 'vpc', config);
const zones: dataAlicloudZones.DataAlicloudZones = new DataAlicloudZones(stack, 'zones');
new vswitch.Vswitch(stack, 'vswitch', { vpcId: vpc.id, zoneId: zones.zones.get(0).id, cidrBlock: '10.0.0.0/16' });
new alicloud.messageServiceEventRule.MessageServiceEventRule(stack, 'rule', {
  ruleName: 'uploads',
  eventTypes: ['ObjectCreated'],
  matchRules: [[{ prefix: 'logs/' }, { name: 'a.txt' }]],
});
`;

const WRONG_PROGRAM = `
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
export const noSuchProperty = (vpc: Vpc) => vpc.noSuchProperty;
`;

const RESOLUTIONS: [string, ts.CompilerOptions][] = [
  ['node10', { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 }],
  ['node16', { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
  ['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
];

const DIRECTLY_IMPORTED = /provider-alicloud\/lib\/((vpc|provider|data-alicloud-zones)\/)?index\.d\.ts$/;

/**
 * The errors of a program that stands beside this file and of the declarations that it imports; with `everyDeclaration` of all
 * that it reaches, which is the whole package, cdktf and TypeScript's own.
 */
function errorsIn(text: string, resolution: ts.CompilerOptions, everyDeclaration = false): string[] {
  const file = path.join(packageDir, 'test', 'program.ts');
  const options: ts.CompilerOptions = {
    ...resolution,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, rest[0]) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const isOwn = ({ fileName }: ts.SourceFile) => fileName === file || DIRECTLY_IMPORTED.test(fileName);
  const checked = everyDeclaration ? [undefined] : program.getSourceFiles().filter(isOwn);
  return checked
    .flatMap((sourceFile) => ts.getPreEmitDiagnostics(program, sourceFile))
    .map(
      ({ file: source, messageText }) => `${source?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

test.each(RESOLUTIONS)(
  '%s resolution finds and accepts the deep paths and the index',
  (name, resolution) => {
    expect(errorsIn(PROGRAM, resolution, name === 'node16')).toEqual([]);
  },
  60_000,
);

test('the check sees a wrong program', () => {
  expect(errorsIn(WRONG_PROGRAM, RESOLUTIONS[0]![1])).toEqual([expect.stringContaining('noSuchProperty')]);
});
