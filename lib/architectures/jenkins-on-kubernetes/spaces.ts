/** Namespace of the Pods that build, scan, test, and deploy to the test environment. */
export function agentSpace(namespace: string): string {
  return `${namespace}-agents`;
}

/** Namespace of the Pods that deploy to production; no pipeline of an application can have one here. */
export function releaseSpace(namespace: string): string {
  return `${namespace}-release`;
}

/** Service accounts by what their Pods may do. */
export const ACCOUNTS = Object.freeze({
  /** Of the controller: its lock, and Pods among the agents. */
  controller: 'controller',
  /** Of the controller's namespace; nobody runs as it: its token lets the controller make Pods of releases. */
  releaser: 'releaser',
  /** Of the agents that push images. */
  builder: 'builder',
  /** Of the agents that scan code, where what they know of weaknesses is in the registry: it pulls. */
  scanner: 'scanner',
  /** Of the agents that may do nothing. */
  plain: 'plain',
  /** Of the agents that deploy to the test environment. */
  testDeployer: 'test-deployer',
  /** Of releases. */
  deployer: 'deployer',
});
