import type { DeploymentV1SpecTemplateSpecVolume as Block } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import type { VolumeData, VolumeSource } from '../../core/pod';
import { entriesOf, someOf } from './blocks';
import { canonicalQuantity } from './quantities';

/** The provider's block of one volume. */
export function volumeBlock({ name, source }: VolumeData): Block {
  return { name, ...sourceBlock(source) };
}

function sourceBlock(source: VolumeSource): Omit<Block, 'name'> {
  switch (source.kind) {
    case 'claim':
      return { persistentVolumeClaim: { claimName: source.claimName, readOnly: source.readOnly || undefined } };
    case 'empty': {
      const { sizeLimit, medium } = source;
      return { emptyDir: { medium, sizeLimit: sizeLimit === undefined ? undefined : canonicalQuantity(sizeLimit) } };
    }
    case 'config-map':
      return {
        configMap: { name: source.name, defaultMode: source.mode, optional: source.optional, items: itemsOf(source) },
      };
    case 'secret':
      return {
        secret: {
          secretName: source.name,
          defaultMode: source.mode,
          optional: source.optional,
          items: itemsOf(source),
        },
      };
    case 'claim-template':
      // The StatefulSet has it.
      return {};
    case 'host-path':
      return { hostPath: { path: source.path, type: source.type } };
    case 'csi':
      return {
        csi: {
          driver: source.driver,
          readOnly: source.readOnly,
          volumeAttributes: entriesOf(source.attributes ?? {}),
        },
      };
  }
}

function itemsOf({ files = {} }: { readonly files?: Readonly<Record<string, string>> }) {
  return someOf(Object.entries(files).map(([path, key]) => ({ path, key })));
}
