package io.keelson.driver.testkit;

import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;
import java.util.List;

/** The steps of a driver by name, in the order in which a provisioning runs them. */
public enum DriverStepKind {
    RESERVATION,
    COMPUTE,
    DATABASE,
    NETWORK,
    STORAGE,
    DEPLOYMENT,
    MIGRATION,
    ENVIRONMENT,
    CERTIFICATE,
    SUITES,
    CAPABILITIES,
    RESIDENCY,
    MONITORING,
    WORKLOAD,
    HEALTH_CHECK,
    SMOKE_TEST,
    ACTIVATION;

    /** This step of a driver. */
    public DriverStep of(InstanceDriver driver) {
        return switch (this) {
            case RESERVATION -> driver.reservation();
            case COMPUTE -> driver.compute();
            case DATABASE -> driver.database();
            case NETWORK -> driver.network();
            case STORAGE -> driver.storage();
            case DEPLOYMENT -> driver.deployment();
            case MIGRATION -> driver.migration();
            case ENVIRONMENT -> driver.environment();
            case CERTIFICATE -> driver.certificate();
            case SUITES -> driver.suites();
            case CAPABILITIES -> driver.capabilities();
            case RESIDENCY -> driver.residency();
            case MONITORING -> driver.monitoring();
            case WORKLOAD -> driver.workload();
            case HEALTH_CHECK -> driver.healthCheck();
            case SMOKE_TEST -> driver.smokeTest();
            case ACTIVATION -> driver.activation();
        };
    }

    /** All steps, first to last. */
    public static List<DriverStepKind> inOrder() {
        return List.of(values());
    }

    /** All steps, last to first: the order of removal. */
    public static List<DriverStepKind> inReverse() {
        return inOrder().reversed();
    }

    /** The steps before this one, first to last. */
    public List<DriverStepKind> before() {
        return inOrder().subList(0, inOrder().indexOf(this));
    }

    /** The steps after this one, first to last. */
    public List<DriverStepKind> after() {
        return inOrder().subList(inOrder().indexOf(this) + 1, inOrder().size());
    }
}
