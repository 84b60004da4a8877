import { Labels } from '@cdktf/provider-kubernetes/lib/labels';
import { Construct } from 'constructs';
import type { ICluster } from '../core/cluster';
import { quote, reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { kubernetesNameProblems } from '../core/kubernetes-names';
import { provideNamespace, type INamespace, type IWorkload, type PodPort, type PodSource } from '../core/workload';
import { workplaceOf } from '../core/workplace';
import { labelProblems } from '../cluster/nodes/labels';
import type { IsolationData } from './isolation';
import { NAMESPACE_ATTRIBUTES_FORMS } from './namespace-forms';
import type { NamespaceAttributes, PodSecurityLevel } from './namespace-props';
import { allowTraffic, allowTrafficTo } from './network-rules';

/** A namespace that exists; of it nothing is created or destroyed. */
export class ImportedNamespace extends Construct implements INamespace {
  readonly namespaceName: string;
  readonly cluster: ICluster;
  readonly everythingOnEci: boolean;
  readonly podSecurity?: PodSecurityLevel;
  readonly isolation?: IsolationData['kind'];
  readonly ready = [];
  private readonly labels: Record<string, string> = {};
  private patch?: Labels;

  constructor(scope: Construct, id: string, attributes: NamespaceAttributes) {
    super(scope, checkedId(scope, id));
    this.cluster = workplaceOf(this).cluster;
    reject(this, formProblems(attributes, NAMESPACE_ATTRIBUTES_FORMS));
    reject(this, kubernetesNameProblems('name', attributes.name));
    this.namespaceName = attributes.name;
    this.everythingOnEci = attributes.everythingOnEci ?? false;
    this.podSecurity = attributes.podSecurity;
    this.isolation = attributes.isolation?.kind;
    provideNamespace(this);
  }

  addLabel(key: string, value: string): void {
    const taken = this.labels[key];
    const what = `label ${quote(key)} of the namespace is ${quote(taken)}; ${quote(value)} is asked for`;
    const conflict = { code: 'namespace-conflict' as const, what, value, fix: 'decide for one of the two' };
    reject(this, [
      ...labelProblems({ [key]: value }, []),
      ...(taken === undefined || taken === value ? [] : [conflict]),
    ]);
    this.labels[key] = value;
    const labels = Object.fromEntries(Object.entries(this.labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.patch ??= new Labels(this, 'labels', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.namespaceName },
      labels,
    });
    this.patch.labels = labels;
  }

  allowFrom(source: PodSource, port: PodPort, to?: IWorkload): void {
    allowTraffic(this, source, port, to);
  }

  allowTo(target: PodSource, port: PodPort): void {
    allowTrafficTo(this, target, port);
  }
}
