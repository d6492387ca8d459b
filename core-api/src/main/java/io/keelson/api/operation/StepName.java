package io.keelson.api.operation;

/**
 * The parts of an operation, in the order of the provisioning workflow (requirement PF-1, 3.2.2 and 8.1). START stands
 * apart from DEPLOY because a workload must find its environment, certificate and configuration when it comes up.
 */
public enum StepName {
    VALIDATE,
    COMPUTE,
    DATABASE,
    NETWORK,
    STORAGE,
    DEPLOY,
    MIGRATE,
    ENVIRONMENT,
    CERTIFICATE,
    SUITES,
    CAPABILITIES,
    RESIDENCY,
    MONITORING,
    START,
    HEALTH_CHECK,
    SMOKE_TEST,
    ACTIVATE,
    NOTIFY
}
