package io.keelson.command.instance;

import io.keelson.api.tenant.residency.Region;
import java.util.Set;

/** Three sites: at home ({@code local}), in Lagos and in Accra. */
public final class TestSites {
    public static final Region HOME = new Region("local");
    public static final Region LAGOS = new Region("ng-lagos-1");
    public static final Region ACCRA = new Region("gh-accra-1");
    public static final DriverSites ALL = _ -> new KnownSites(HOME, Set.of(HOME, LAGOS, ACCRA));

    private TestSites() {}
}
