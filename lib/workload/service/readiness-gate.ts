/** Condition by which a Pod waits until the balancer of a Service knows it; the name of the Service follows. */
export const READINESS_GATE = 'service.readiness.alibabacloud.com/';

/** Condition by which a Pod waits until an ALB knows it, whichever Ingress it belongs to. */
export const ALB_READINESS_GATE = 'target-health.alb.k8s.alibabacloud';
