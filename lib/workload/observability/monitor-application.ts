import { quote, reject, type Problem } from '../../core/errors';
import { any, formProblems, needed, word, type Forms } from '../../core/forms';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import { isToken } from '../../core/tokens';
import type { IWorkload } from '../../core/workload';
import { labelProblems } from '../pod/label-problems';

/** What application monitoring has an agent for. */
export type MonitoredLanguage = 'java' | 'golang' | 'python';

/** Which application the Pods are, and what they are written in. */
export interface MonitorApplicationProps {
  /**
   * What the application is written in. For Java nothing else has to be done; Go is built with `instgo`, Python is started
   * with `aliyun-instrument`: the agent is in the image. Replaces the Pods.
   * @throws InputError `monitor-language` for others, PHP among them
   */
  readonly language: MonitoredLanguage;
  /**
   * Name under which the application is seen, a label's value: at most 63 letters, digits, "-", "_" and ".". Another name is
   * another application to those who look. Replaces the Pods.
   * @default namespace and name of the workload
   */
  readonly application?: string;
  /**
   * Workspace of the monitoring service that it is in, such as `default-cms-1234567890123456-cn-hangzhou`. Replaces the Pods.
   * @default the default one of the region
   */
  readonly workspace?: string;
}

const FORMS: Forms<MonitorApplicationProps> = {
  language: needed(any, '"java"'),
  application: word,
  workspace: word,
};

const LANGUAGES: readonly unknown[] = Object.freeze(['java', 'golang', 'python']);

/** The component that brings the agents. */
const PILOT = 'ack-onepilot';

const LONGEST = 63;

/**
 * Has application monitoring look into a workload: calls, their times, errors and what they call in turn. The component that
 * puts the agents into Pods is installed where it is missing.
 *
 * Sets labels of the Pods, which replaces them; creates nothing else. The service bills what is observed. The agent of Java
 * takes memory of the container beside the heap.
 *
 * @throws InputError `monitor-language`, `label-invalid`, `pod-conflict` for a second application
 */
export function monitorApplication(workload: IWorkload, props: MonitorApplicationProps): void {
  reject('monitorApplication', WORKLOAD_FORM('workload', workload));
  reject(workload, formProblems(props, FORMS));
  const { language, workspace } = props;
  const application = props.application ?? nameOf(workload);
  const labels = {
    'aliyun.com/app-language': language,
    armsPilotAutoEnable: 'on',
    armsPilotCreateAppName: application,
    ...(workspace === undefined ? {} : { armsPilotAppWorkspace: workspace }),
  };
  reject(workload, languageProblems(language));
  reject(workload, labelProblems('podLabels', labels));
  workload.cluster.requireAddon(PILOT, `application monitoring of the workload "${workload.workloadName}"`);
  Object.entries(labels).forEach(([key, value]) => workload.pod.addLabel(key, value));
}

function nameOf({ namespace, workloadName }: IWorkload): string {
  return `${namespace.namespaceName}-${workloadName}`.slice(0, LONGEST).replace(/[-._]+$/, '');
}

function languageProblems(language: unknown): Problem[] {
  if (isToken(language) || LANGUAGES.includes(language)) {
    return [];
  }
  const php = String(language).toLowerCase() === 'php';
  const why = php ? `: the agent of PHP is known only to the component before ${PILOT}, by an annotation` : '';
  const what = `language ${quote(language)} is none of "java", "golang", "python"${why}`;
  const fix =
    'leave application monitoring out, and read metrics with scrape(workload, { port }) or traces with an OpenTelemetry library in the image';
  return [{ code: 'monitor-language', what, value: language, fix }];
}
