package io.keelson.command.directory;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.residency.Residency;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The tenants of the directory. */
final class TenantRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIND =
            "select partner, status, residency from command_side.tenant where id = ? for share";
    private static final String OF_PARTNER =
            "select id from command_side.tenant where partner = ? and status <> 'DELETED' order by id limit ?";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD = """
            insert into command_side.tenant (id, partner, status, residency) values (?, ?, 'ACTIVE', ?)
            on conflict (id) do nothing""";
    private static final String SET_STATUS = "update command_side.tenant set status = ? where id = ?";
    private static final String SET_RESIDENCY = "update command_side.tenant set residency = ? where id = ?";

    private final JdbcClient jdbc;

    TenantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownTenant> find(TenantId tenantId) {
        return jdbc.sql(FIND)
                .param(tenantId.toString())
                .query((row, _) -> new KnownTenant(
                        PartnerId.parse(row.getString("partner")),
                        TenantStatus.valueOf(row.getString("status")),
                        residency(row.getString("residency"))))
                .optional();
    }

    List<TenantId> ofPartner(PartnerId partnerId, int limit) {
        return jdbc.sql(OF_PARTNER).params(partnerId.toString(), limit).query(String.class).list().stream()
                .map(TenantId::parse)
                .toList();
    }

    void add(TenantRegistered event) {
        jdbc.sql(ADD)
                .params(Arrays.asList(
                        event.tenantId().toString(), event.partnerId().toString(), text(event.residency())))
                .update();
    }

    void set(TenantId tenantId, TenantStatus status) {
        jdbc.sql(SET_STATUS).params(status.name(), tenantId.toString()).update();
    }

    void set(TenantId tenantId, @Nullable Residency residency) {
        jdbc.sql(SET_RESIDENCY)
                .params(Arrays.asList(text(residency), tenantId.toString()))
                .update();
    }

    private static @Nullable String text(@Nullable Residency residency) {
        return residency == null ? null : JSON.writeValueAsString(residency);
    }

    private static @Nullable Residency residency(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Residency.class);
    }
}
