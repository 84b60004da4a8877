/** Condition by which a Pod waits until the balancer of a Service knows it; the name of the Service follows. */
export const READINESS_GATE = 'service.readiness.alibabacloud.com/';
