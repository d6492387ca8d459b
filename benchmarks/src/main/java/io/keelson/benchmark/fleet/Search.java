package io.keelson.benchmark.fleet;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.instance.query.InstanceOrder;
import io.keelson.api.instance.query.InstanceOrderField;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to search the fleet.
 *
 * @param what for the report
 * @param query as the product asks it
 * @param condition the same in SQL
 * @param values of its parameters
 * @param order the same in SQL
 */
record Search(String what, FindInstances query, String condition, List<Object> values, String order) {
    private static final Page PAGE = new Page(20, null);
    private static final String TAG = Fleet.TAGS.getLast();
    private static final String BY_CREATION = "created_at, id";

    static List<Search> all() {
        PartnerId partner = Fleet.PARTNERS.getFirst();
        TenantId tenant = Fleet.TENANTS.getFirst();
        String component = Fleet.COMPONENTS.getLast();
        String version = Fleet.VERSIONS.getLast();
        String region = Fleet.REGIONS.getLast();
        return List.of(
                of("no filter", InstanceFilter.ALL, "true"),
                of(
                        "status",
                        new InstanceFilter(InstanceStatus.FAILED, null, null, null, null, null, null, null, null),
                        "status = ?",
                        "FAILED"),
                of(
                        "type",
                        new InstanceFilter(
                                null, InstanceType.PARTNER_DEPLOYED, null, null, null, null, null, null, null),
                        "type = ?",
                        "PARTNER_DEPLOYED"),
                of(
                        "component",
                        new InstanceFilter(
                                null, null, new ComponentName(component), null, null, null, null, null, null),
                        "component = ?",
                        component),
                of(
                        "component and version",
                        new InstanceFilter(
                                null,
                                null,
                                new ComponentName(component),
                                new SemanticVersion(version),
                                null,
                                null,
                                null,
                                null,
                                null),
                        "component = ? and version = ?",
                        component,
                        version),
                of(
                        "version",
                        new InstanceFilter(
                                null, null, null, new SemanticVersion(version), null, null, null, null, null),
                        "version = ?",
                        version),
                of(
                        "partner",
                        new InstanceFilter(null, null, null, null, partner, null, null, null, null),
                        "partner_id = ?",
                        partner.value()),
                of(
                        "tenant",
                        new InstanceFilter(null, null, null, null, null, tenant, null, null, null),
                        "tenant_id = ?",
                        tenant.value()),
                of(
                        "region",
                        new InstanceFilter(null, null, null, null, null, null, new Region(region), null, null),
                        "region = ?",
                        region),
                of(
                        "health",
                        new InstanceFilter(null, null, null, null, null, null, null, InstanceHealth.HEALTHY, null),
                        "health = ?",
                        "HEALTHY"),
                of(
                        "part of the name",
                        new InstanceFilter(null, null, null, null, null, null, null, null, "77"),
                        "folded_name like ?",
                        "%77%"),
                of("tag", tagged(null), "tags like ?", "%," + TAG + ",%"),
                of(
                        "tag and part of the name",
                        tagged("77"),
                        "tags like ? and folded_name like ?",
                        "%," + TAG + ",%",
                        "%77%"),
                new Search(
                        "no filter, by name, last first",
                        new FindInstances(
                                InstanceFilter.ALL, new InstanceOrder(InstanceOrderField.NAME, Direction.DESC), PAGE),
                        "true",
                        List.of(),
                        "folded_name desc, id desc"));
    }

    private static InstanceFilter tagged(@Nullable String nameContains) {
        return new InstanceFilter(null, null, null, null, null, null, null, null, nameContains, new InstanceTag(TAG));
    }

    private static Search of(String what, InstanceFilter filter, String condition, Object... values) {
        return new Search(
                what, new FindInstances(filter, InstanceOrder.DEFAULT, PAGE), condition, List.of(values), BY_CREATION);
    }

    /** The rows of the first page, and one more. */
    String rows() {
        return "select * from read_model.instance where %s order by %s limit 21".formatted(condition, order);
    }

    /** How many rows match. */
    String count() {
        return "select count(*) from read_model.instance where %s".formatted(condition);
    }
}
