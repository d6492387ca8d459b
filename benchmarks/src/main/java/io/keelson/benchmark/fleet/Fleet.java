package io.keelson.benchmark.fleet;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.operation.OperationId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.benchmark.projection.EventWriter;
import io.keelson.fixture.InstanceFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Instances of many kinds, so that every filter finds a few of them and leaves most out. */
public final class Fleet {
    public static final int SIZE = 10_000;
    static final List<PartnerId> PARTNERS =
            Stream.generate(PartnerId::random).limit(20).toList();
    static final List<TenantId> TENANTS =
            Stream.generate(TenantId::random).limit(200).toList();
    static final List<String> COMPONENTS = List.of("storefront", "billing", "search", "mail");
    static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.1.0");
    static final List<String> REGIONS = List.of("ng-lagos", "ng-abuja", "gh-accra", "eu-west", "us-east");
    static final List<String> TAGS = List.of("europe", "canary", "large", "pilot", "vip");
    private static final int ENDINGS = 4;

    private Fleet() {}

    static void write(EventWriter writer) {
        for (int number = 0; number < SIZE; number++) {
            InstanceBlueprint blueprint = blueprint(number);
            writer.write("instance", blueprint.instanceId().toString(), 0, history(number, blueprint));
        }
        writer.flush();
    }

    /** Half of them run, half of these have tags, a quarter is being built, and a quarter has failed. */
    private static List<Object> history(int number, InstanceBlueprint blueprint) {
        OperationId operation = OperationId.random();
        Object requested = new InstanceProvisioningRequested(
                blueprint.instanceId(), operation, UpdatePolicy.MANUAL_APPROVAL, blueprint);
        return switch (number % ENDINGS) {
            case 0 -> List.of(requested);
            case 1 ->
                List.of(
                        requested,
                        new InstanceProvisioningFailed(
                                blueprint.instanceId(), operation, InstanceFixtures.FINAL_ERROR));
            case 2 ->
                List.of(
                        requested,
                        new InstanceActivated(blueprint.instanceId(), operation, InstanceFixtures.URL),
                        new InstanceTagged(blueprint.instanceId(), OperationId.random(), tags(number)));
            default ->
                List.of(requested, new InstanceActivated(blueprint.instanceId(), operation, InstanceFixtures.URL));
        };
    }

    private static InstanceBlueprint blueprint(int number) {
        return blueprint(
                number, new ComponentName(at(COMPONENTS, number / 5)), new SemanticVersion(at(VERSIONS, number / 11)));
    }

    /** One of many kinds, in everything but its component and version. */
    public static InstanceBlueprint blueprint(int number, ComponentName component, SemanticVersion version) {
        InstanceBlueprint usual = InstanceFixtures.blueprint();
        return new InstanceBlueprint(
                InstanceId.random(),
                new InstanceName("shop-%05d".formatted(number)),
                number % 3 == 0 ? InstanceType.PARTNER_DEPLOYED : InstanceType.SHARED_SAAS,
                at(PARTNERS, number / 7),
                at(TENANTS, number / 3),
                usual.versionId(),
                component,
                version,
                usual.driver(),
                new InstanceConfiguration(
                        at(REGIONS, number / 13), List.of(), List.of(), List.of(), null, false, Map.of()),
                usual.resources(),
                usual.artifacts());
    }

    private static List<InstanceTag> tags(int number) {
        return Stream.of("env:test", at(TAGS, number / 17))
                .sorted()
                .map(InstanceTag::new)
                .toList();
    }

    private static <T> T at(List<T> values, int number) {
        return values.get(number % values.size());
    }
}
