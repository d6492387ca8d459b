package io.keelson.app.upgrade;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.Map;

/** Shops of one component, and how their operations end. */
public record HistoryShops(HistoryPlatform platform, ComponentName component) {
    public VersionId release(String number, VersionStatus status, boolean breaking, boolean securityPatch) {
        VersionId id = VersionId.random();
        platform.send(
                new ReleaseVersion(
                        id,
                        component,
                        ComponentType.PLATFORM,
                        new SemanticVersion(number),
                        status,
                        "",
                        breaking,
                        securityPatch,
                        Map.of(),
                        VersionFixtures.ARTIFACTS),
                "author");
        return id;
    }

    /** A shop that serves 1.0.0. */
    public InstanceId open(String name, UpdatePolicy policy) {
        InstanceId shop = InstanceId.random();
        OperationId operation = OperationId.random();
        platform.send(
                new ProvisionInstance(
                        shop,
                        operation,
                        new InstanceName(name),
                        InstanceType.SHARED_SAAS,
                        null,
                        null,
                        component,
                        new SemanticVersion("1.0.0"),
                        DriverName.PROCESS,
                        policy,
                        InstanceConfiguration.DEFAULT,
                        Resources.DEFAULT),
                "customer");
        platform.send(new ActivateInstance(shop, operation, InstanceFixtures.URL), "keelson");
        return shop;
    }

    public void succeed(InstanceId shop, OperationId operation) {
        platform.send(new CompleteInstanceOperation(shop, operation, Map.of("url", InstanceFixtures.URL)), "keelson");
    }

    public void fail(InstanceId shop, OperationId operation) {
        platform.send(new FailInstanceOperation(shop, operation, InstanceFixtures.FINAL_ERROR, true), "keelson");
    }
}
