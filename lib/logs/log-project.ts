import { LogProject as LogProjectL1 } from '@cdktf/provider-alicloud/lib/log-project';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems, needed, text, word, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems } from '../core/names';
import { GRANTEE_FORM } from '../core/seam-forms';
import type { ILogProject } from './i-log-project';
import { logPermissions, type LogUse } from './log-permissions';
import { LogStore } from './log-store';
import type { LogStoreProps } from './log-store-props';
import { uniqueName } from './unique-name';

export type { ILogProject } from './i-log-project';

/** A project that exists. */
export interface LogProjectAttributes {
  /** Name of the project, unique over all accounts. */
  readonly projectName: string;
}

export interface LogProjectProps {
  /**
   * Name of the project, unique over all accounts: 3 to 63 lower-case letters, digits and hyphens. Changing it
   * replaces the project: its logs are lost.
   * @default the stack's name, the construct's path and eight random hex digits
   */
  readonly name?: string;
  /**
   * What the project holds, for people. Changed in place.
   * @default none
   */
  readonly description?: string;
  /**
   * Takes over the project of this name instead of creating one, and is its name then. Import id: the project's name.
   * @default none - a new project
   */
  readonly adopt?: string;
}

const LOG_PROJECT_FORMS: Forms<LogProjectProps> = { name: text, description: text, adopt: text };
const LOG_PROJECT_ATTRIBUTES_FORMS: Forms<LogProjectAttributes> = { projectName: needed(word, '"my-project"') };

function problemsIn({ name, adopt: adopted }: LogProjectProps): Problem[] {
  const names = [
    ...nameProblems('name', name, NAME_RULES.logProject),
    ...nameProblems('adopt', adopted, NAME_RULES.logProject),
  ];
  if (names.length > 0 || name === undefined || adopted === undefined || name === adopted) {
    return names;
  }
  const what = `name ${quote(name)} is not that of the project to adopt, ${quote(adopted)}: the next apply would replace it`;
  return [{ code: 'choice-conflict', what, value: name, fix: 'leave name out: an adopted project has its name' }];
}

/**
 * A project of the log service: the home of log stores. Creates `alicloud_log_project`; free by itself, stores are
 * billed by what they take in and keep. Destroying the stack destroys the project with its logs.
 *
 * @throws InputError `name-invalid`, `choice-conflict`
 */
export class LogProject extends Construct implements ILogProject {
  readonly resource: LogProjectL1;
  readonly projectName: string;

  constructor(scope: Construct, id: string, props: LogProjectProps = {}) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, LOG_PROJECT_FORMS));
    reject(this, problemsIn(props));
    this.resource = new LogProjectL1(this, 'Resource', {
      projectName: props.name ?? props.adopt ?? uniqueName(this, NAME_RULES.logProject),
      description: props.description,
    });
    adopt(this.resource, props.adopt);
    this.projectName = this.resource.projectName;
  }

  grantWrite(grantee: IGrantee, store?: string): void {
    grantLogs(this, 'write', grantee, store);
  }

  grantRead(grantee: IGrantee, store?: string): void {
    grantLogs(this, 'read', grantee, store);
  }

  /**
   * Adds a store, whose name is its id: `project.addStore('web', { retentionDays: 180 })`.
   *
   * @throws InputError with everything that is wrong with its props
   */
  addStore(name: string, props: Omit<LogStoreProps, 'project'> = {}): LogStore {
    return new LogStore(this, name, { ...props, project: this });
  }

  /** A project that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: LogProjectAttributes): ILogProject {
    return new ImportedLogProject(scope, id, attributes);
  }
}

class ImportedLogProject extends Construct implements ILogProject {
  readonly projectName: string;

  constructor(scope: Construct, id: string, attributes: LogProjectAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, LOG_PROJECT_ATTRIBUTES_FORMS));
    this.projectName = attributes.projectName;
  }

  grantWrite(grantee: IGrantee, store?: string): void {
    grantLogs(this, 'write', grantee, store);
  }

  grantRead(grantee: IGrantee, store?: string): void {
    grantLogs(this, 'read', grantee, store);
  }
}

function grantLogs(project: ILogProject, use: LogUse, grantee: IGrantee, store: string | undefined): void {
  reject(project, [...GRANTEE_FORM('grantee', grantee), ...nameProblems('store', store, NAME_RULES.logStore)]);
  grantee.allow(project, logPermissions(use, project.projectName, store));
}
