/** What all containers of an agent's Pod have together. On ECI one of the sizes that it sells. */
export interface AgentSize {
  readonly vcpu: number;
  readonly memoryGib: number;
}
