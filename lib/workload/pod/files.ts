import { createHash } from 'node:crypto';
import { quote, type Problem } from '../../core/errors';
import type { MountData, PodData, VolumeData } from '../../core/pod';
import { isToken } from '../../core/tokens';

/** What a container finds at a path. Text is the content of one file; the others exist in the namespace. */
export type FileSource =
  | string
  | {
      readonly kind: 'config-map' | 'secret';
      /** Name of the ConfigMap or Secret. */
      readonly name: string;
      /** The key that becomes the file at the path; the path is a directory of all keys when left out. */
      readonly key?: string;
      /** Permissions, such as `0400`. */
      readonly mode?: string;
      /** Anything that changes with the content: Pods are replaced when it does. */
      readonly version?: string;
    };

/** Props of files from an object of the namespace. */
export interface FileProps {
  /** The key that becomes the file at the path. @default the path is a directory with a file for every key */
  readonly key?: string;
  /** Permissions of the files, such as `0400`. @default "0644" */
  readonly mode?: string;
  /**
   * Anything that changes with the content, such as its hash: Pods are replaced when it does. A directory is updated in
   * running Pods within a minute or two anyway, a single file is not.
   * @default Pods stay as they are
   */
  readonly version?: string;
}

/** Where the files of a container come from. A text instead of these is the content of a file. */
export const Files = Object.freeze({
  /** From a ConfigMap of the namespace. */
  configMap: (name: string, props: FileProps = {}): FileSource => Object.freeze({ kind: 'config-map', name, ...props }),
  /** From a Secret of the namespace. */
  secret: (name: string, props: FileProps = {}): FileSource => Object.freeze({ kind: 'secret', name, ...props }),
});

/** What files make of a Pod, and the ConfigMap that holds those written as text. */
export interface PlannedFiles {
  readonly volumes: readonly VolumeData[];
  readonly mounts: readonly MountData[];
  readonly annotations: Readonly<Record<string, string>>;
  /** Content of the ConfigMap by key; empty when there is none to make. */
  readonly content: Readonly<Record<string, string>>;
}

const TEXTS = 'files';
/** The API server refuses more in one ConfigMap. */
const MAX_BYTES = 1024 * 1024;

/**
 * Where files by path go. Each text is one file, laid over the image's directory without hiding what else is in it;
 * its container sees it change only because a checksum in the template replaces the Pods.
 *
 * @param configMap name of the ConfigMap that will hold the texts
 * @param hashOf hash of texts that hold tokens
 */
export function planFiles(
  files: Readonly<Record<string, FileSource>>,
  configMap: string,
  hashOf: (content: Readonly<Record<string, string>>) => string = sha256,
): PlannedFiles {
  const paths = Object.keys(files).sort();
  const texts = paths.filter((path) => typeof files[path] === 'string');
  const content = Object.fromEntries(texts.map((path) => [fileKey(path), files[path] as string]));
  const others = paths.filter((path) => typeof files[path] !== 'string');
  const planned = others.map((path) => existing(path, files[path] as Exclude<FileSource, string>));
  const own = texts.length > 0;
  return {
    content,
    volumes: [
      ...(own ? [{ name: TEXTS, source: { kind: 'config-map' as const, name: configMap } }] : []),
      ...distinct(planned.map(({ volume }) => volume)),
    ],
    mounts: [
      ...texts.map((path) => ({ volume: TEXTS, path, subPath: fileKey(path), readOnly: true })),
      ...planned.map(({ mount }) => mount),
    ],
    annotations: {
      ...(own ? { [`checksum/${TEXTS}`]: hashOf(content) } : {}),
      ...Object.assign({}, ...planned.map(({ annotation }) => annotation)),
    },
  };
}

function existing(path: string, source: Exclude<FileSource, string>) {
  const { kind, name, key, mode, version } = source;
  // Two modes of one Secret are two volumes.
  const volume = slug(`${kind === 'secret' ? 'secret' : 'config'}-${name}${mode === undefined ? '' : `-${mode}`}`);
  return {
    volume: { name: volume, source: { kind, name, ...(mode === undefined ? {} : { mode }) } } as VolumeData,
    mount: { volume, path, readOnly: true, ...(key === undefined ? {} : { subPath: key }) },
    annotation: version === undefined ? {} : { [`checksum/${volume}`]: version },
  };
}

/** Problems with files: paths that are not absolute, keys, and more than a ConfigMap holds. */
export function fileProblems(files: Readonly<Record<string, FileSource>>): Problem[] {
  const texts = Object.values(files).filter((one): one is string => typeof one === 'string');
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const keys = Object.keys(files)
    .filter((path) => typeof files[path] === 'string')
    .map(fileKey);
  const what = `files hold ${bytes} bytes of text; a ConfigMap holds at most ${MAX_BYTES}`;
  return [
    ...Object.keys(files).flatMap(pathProblems),
    ...(bytes > MAX_BYTES
      ? [
          {
            code: 'files-too-large' as const,
            what,
            value: bytes,
            fix: 'put large files into the image, or on a volume',
          },
        ]
      : []),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => ({
        code: 'list-duplicate' as const,
        what: `two paths of files become the key ${quote(key)}`,
        value: key,
        fix: 'change one of the two paths',
      })),
  ];
}

function pathProblems(path: string): Problem[] {
  const fits = /^\/[^\s:]+[^\s:/]$|^\/[^\s:/]$/.test(path) && !isToken(path);
  const what = `path ${quote(path)} of files is not absolute, or has a space, a colon or "/" at its end`;
  return fits ? [] : [{ code: 'mount-path', what, value: path, fix: 'write a path such as "/etc/app/app.ini"' }];
}

/** Adds planned files to the first container of a Pod. */
export function withFiles(data: PodData, { volumes, mounts, annotations }: PlannedFiles): PodData {
  const [first, ...others] = data.containers;
  return {
    ...data,
    annotations: { ...data.annotations, ...annotations },
    volumes: [...data.volumes, ...volumes],
    containers: first ? [{ ...first, mounts: [...first.mounts, ...mounts] }, ...others] : [],
  };
}

/** The key of a ConfigMap for the file at a path. */
function fileKey(path: string): string {
  return path.slice(1).replace(/[^A-Za-z0-9._-]/g, '_');
}

/** SHA-256 of content by key, whatever the order of the keys. */
export function sha256(content: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(content).sort()))
    .digest('hex');
}

function slug(name: string): string {
  const clean = name.toLowerCase().replace(/[^a-z0-9-]/g, '-');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return clean.length <= 63 && clean === name ? name : `${clean.slice(0, 54).replace(/-+$/, '')}-${hash}`;
}

function distinct(volumes: readonly VolumeData[]): VolumeData[] {
  return volumes.filter(({ name }, index) => volumes.findIndex((one) => one.name === name) === index);
}
