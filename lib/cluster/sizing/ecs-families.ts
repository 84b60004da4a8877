/**
 * ECS instance families that `planNodes` chooses from, as of 2026-11-21.
 *
 * Figures are those of Alibaba Cloud's pages "Overview of instance families" and its parts for general-purpose,
 * compute-optimised, memory-optimised and universal families (columns vCPU, memory, ENIs, private IPv4 addresses per
 * ENI). Left out because they could not be confirmed there, or are not meant for nodes: the shared economy family `e`,
 * `u2`, burstable types, types with local disks or a GPU, and sizes above 64 vCPU. Zones differ in what they sell; the
 * console's list of types by region has the last word.
 */

/** Families with figures in this file. */
export type EcsFamily =
  | 'g7'
  | 'c7'
  | 'r7'
  | 'g8a'
  | 'c8a'
  | 'r8a'
  | 'g8i'
  | 'c8i'
  | 'r8i'
  | 'g9i'
  | 'c9i'
  | 'r9i'
  | 'g8y'
  | 'c8y'
  | 'r8y'
  | 'u1-c1m2'
  | 'u1-c1m4'
  | 'u1-c1m8';

/** What a size of a family has, memory apart: name, vCPU, network interfaces, private IPv4 addresses of each. */
type SizeRow = readonly [size: string, vcpu: number, enis: number, addressesPerEni: number];

/** One family. */
export interface EcsFamilyFacts {
  /** GiB of memory for each vCPU. */
  readonly gibPerVcpu: number;
  readonly architecture: 'x86' | 'arm';
  /** Whether vCPUs are bound to the instance; universal types share theirs and vary. */
  readonly steady: boolean;
  readonly sizes: readonly SizeRow[];
}

/** g7, c7, r7: Intel Ice Lake. */
const GENERATION_7: readonly SizeRow[] = [
  ['xlarge', 4, 4, 15],
  ['2xlarge', 8, 4, 15],
  ['3xlarge', 12, 8, 15],
  ['4xlarge', 16, 8, 30],
  ['6xlarge', 24, 8, 30],
  ['8xlarge', 32, 8, 30],
  ['16xlarge', 64, 8, 30],
];

/** g8i, c8i, r8i, g9i, c9i, r9i: Intel Sapphire Rapids and later. */
const INTEL_8_AND_9: readonly SizeRow[] = [
  ['xlarge', 4, 4, 15],
  ['2xlarge', 8, 4, 15],
  ['3xlarge', 12, 8, 15],
  ['4xlarge', 16, 8, 30],
  ['6xlarge', 24, 8, 30],
  ['8xlarge', 32, 8, 30],
  ['12xlarge', 48, 8, 30],
  ['16xlarge', 64, 8, 30],
];

/** g8a, c8a, r8a: AMD Genoa. */
const AMD_8: readonly SizeRow[] = [
  ['xlarge', 4, 4, 15],
  ['2xlarge', 8, 4, 15],
  ['4xlarge', 16, 8, 30],
  ['8xlarge', 32, 8, 30],
  ['12xlarge', 48, 8, 30],
  ['16xlarge', 64, 8, 30],
];

/** g8y, c8y, r8y: YiTian 710, Arm. */
const YITIAN_8: readonly SizeRow[] = [
  ['xlarge', 4, 4, 15],
  ['2xlarge', 8, 4, 15],
  ['4xlarge', 16, 8, 30],
  ['8xlarge', 32, 8, 30],
  ['16xlarge', 64, 8, 30],
];

/** u1: universal, cheaper, of varying processors. */
const UNIVERSAL_1: readonly SizeRow[] = [
  ['xlarge', 4, 3, 10],
  ['2xlarge', 8, 4, 10],
  ['3xlarge', 12, 6, 10],
  ['4xlarge', 16, 8, 20],
  ['8xlarge', 32, 8, 20],
];

function family(sizes: readonly SizeRow[], gibPerVcpu: number, rest: Partial<EcsFamilyFacts> = {}): EcsFamilyFacts {
  return Object.freeze({ architecture: 'x86', steady: true, gibPerVcpu, sizes, ...rest });
}

const ARM = { architecture: 'arm' } as const;
const SHARED = { steady: false } as const;

/** The families, the ones to prefer first: where stock is widest, then newest. */
export const ECS_FAMILIES: Readonly<Record<EcsFamily, EcsFamilyFacts>> = Object.freeze({
  g8i: family(INTEL_8_AND_9, 4),
  g7: family(GENERATION_7, 4),
  g9i: family(INTEL_8_AND_9, 4),
  g8a: family(AMD_8, 4),
  c8i: family(INTEL_8_AND_9, 2),
  c7: family(GENERATION_7, 2),
  c9i: family(INTEL_8_AND_9, 2),
  c8a: family(AMD_8, 2),
  r8i: family(INTEL_8_AND_9, 8),
  r7: family(GENERATION_7, 8),
  r9i: family(INTEL_8_AND_9, 8),
  r8a: family(AMD_8, 8),
  g8y: family(YITIAN_8, 4, ARM),
  c8y: family(YITIAN_8, 2, ARM),
  r8y: family(YITIAN_8, 8, ARM),
  'u1-c1m4': family(UNIVERSAL_1, 4, SHARED),
  'u1-c1m2': family(UNIVERSAL_1, 2, SHARED),
  'u1-c1m8': family(UNIVERSAL_1, 8, SHARED),
});

/** Date of the figures above. */
export const ECS_FAMILIES_DATE = '2026-11-21';
