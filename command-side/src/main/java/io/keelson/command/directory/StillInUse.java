package io.keelson.command.directory;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses to end what others still need, and names up to 20 of them. */
public final class StillInUse {
    /** How many are named; one more is asked for, to tell whether there are more. */
    private static final int NAMED = 20;

    private StillInUse() {}

    /** Refuses with STILL_IN_USE, field {@code partnerId}, while the partner has tenants or live instances. */
    public static void refuse(Directory directory, PartnerId partnerId) {
        directory.settle(OwnerId.of(partnerId));
        refuse("partnerId", partnerId, directory.tenantsOf(partnerId, NAMED + 1));
        refuse("partnerId", partnerId, directory.instancesOf(OwnerId.of(partnerId), null, NAMED + 1));
    }

    /** Refuses with STILL_IN_USE, field {@code tenantId}, while the tenant has live instances. */
    public static void refuse(Directory directory, TenantId tenantId) {
        directory.settle(OwnerId.of(tenantId));
        refuse("tenantId", tenantId, directory.instancesOf(OwnerId.of(tenantId), null, NAMED + 1));
    }

    private static void refuse(String field, Object owner, List<?> users) {
        if (!users.isEmpty()) {
            throw new RejectedException(
                    ErrorCode.STILL_IN_USE, field, "%s still has %s; end them first.".formatted(owner, named(users)));
        }
    }

    /** The first 20, and whether there are more. */
    public static String named(List<?> users) {
        String names = users.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return users.size() > NAMED ? names + " and more" : names;
    }
}
