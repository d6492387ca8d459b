package io.keelson.command.directory;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The instances of the directory: every one from its request until it is terminated. */
final class InstanceRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OF_PARTNER = """
            select id, name, type, region, data_residency, moving_to, moving_residency from command_side.instance
            where partner = ? and id > ? order by id limit ?""";
    private static final String OF_TENANT = """
            select id, name, type, region, data_residency, moving_to, moving_residency from command_side.instance
            where tenant = ? and id > ? order by id limit ?""";
    private static final String OWNER = "select partner, tenant from command_side.instance where id = ?";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD = """
            insert into command_side.instance (id, name, type, partner, tenant, region, data_residency)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""";
    private static final String MOVING =
            "update command_side.instance set moving_to = ?, moving_residency = ? where id = ?";
    private static final String MOVED = """
            update command_side.instance set region = ?, data_residency = ?, moving_to = null, moving_residency = null
            where id = ?""";
    private static final String STAYING = """
            update command_side.instance set moving_to = null, moving_residency = null
            where id = ? and moving_to is not null""";
    private static final String REMOVE = "delete from command_side.instance where id = ?";

    private final JdbcClient jdbc;

    InstanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KnownInstance> ownedBy(OwnerId owner, @Nullable InstanceId after, int limit) {
        return jdbc.sql(owner.isTenant() ? OF_TENANT : OF_PARTNER)
                .params(owner.value(), after == null ? "" : after.toString(), limit)
                .query((row, _) -> new KnownInstance(
                        InstanceId.parse(row.getString("id")),
                        new InstanceName(row.getString("name")),
                        InstanceType.valueOf(row.getString("type")),
                        new Region(row.getString("region")),
                        regions(row.getString("data_residency")),
                        destination(row.getString("moving_to"), row.getString("moving_residency"))))
                .list();
    }

    Optional<InstanceOwner> ownerOf(InstanceId instanceId) {
        return jdbc.sql(OWNER)
                .param(instanceId.toString())
                .query((row, _) -> {
                    String partner = row.getString("partner");
                    String tenant = row.getString("tenant");
                    return new InstanceOwner(
                            partner == null ? null : PartnerId.parse(partner),
                            tenant == null ? null : TenantId.parse(tenant));
                })
                .optional();
    }

    void add(InstanceBlueprint blueprint) {
        KnownInstance instance = KnownInstance.of(blueprint);
        jdbc.sql(ADD)
                .params(Arrays.asList(
                        instance.instanceId().toString(),
                        instance.name().value(),
                        instance.type().name(),
                        text(blueprint.partnerId()),
                        text(blueprint.tenantId()),
                        instance.region().value(),
                        JSON.writeValueAsString(instance.dataResidency())))
                .update();
    }

    void moving(InstanceBlueprint target) {
        KnownInstance instance = KnownInstance.of(target);
        jdbc.sql(MOVING)
                .params(
                        instance.region().value(),
                        JSON.writeValueAsString(instance.dataResidency()),
                        instance.instanceId().toString())
                .update();
    }

    void moved(InstanceId instanceId, InstanceConfiguration now) {
        jdbc.sql(MOVED)
                .params(now.region(), JSON.writeValueAsString(now.dataResidency()), instanceId.toString())
                .update();
    }

    void staying(InstanceId instanceId) {
        jdbc.sql(STAYING).param(instanceId.toString()).update();
    }

    void remove(InstanceId instanceId) {
        jdbc.sql(REMOVE).param(instanceId.toString()).update();
    }

    private static List<Region> regions(String json) {
        return List.of(JSON.readValue(json, Region[].class));
    }

    private static KnownInstance.@Nullable Destination destination(
            @Nullable String region, @Nullable String residency) {
        return region == null || residency == null
                ? null
                : new KnownInstance.Destination(new Region(region), regions(residency));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
