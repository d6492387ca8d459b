package io.keelson.app.story;

import io.keelson.postgres.EphemeralPostgres;
import io.keelson.postgres.PostgresAddress;
import java.util.List;
import java.util.stream.Stream;

/** Further sites of the application of the stories: one in Lagos with room, one in Accra with a single port. */
final class StorySites {
    static final String LAGOS = "ng-lagos-1";
    static final String ACCRA = "gh-accra-1";
    static final int ONLY_PORT = 31_150;

    private StorySites() {}

    static PostgresAddress lagos() {
        return EphemeralPostgres.shared().newDatabase().address();
    }

    static PostgresAddress accra() {
        return EphemeralPostgres.another().newDatabase().address();
    }

    static List<String> arguments() {
        return Stream.concat(
                        site("lagos", LAGOS, 31_100, 31_149, lagos()),
                        site("accra", ACCRA, ONLY_PORT, ONLY_PORT, accra()))
                .toList();
    }

    private static Stream<String> site(
            String name, String region, int firstPort, int lastPort, PostgresAddress server) {
        String prefix = "--keelson.process-driver.sites." + name + ".";
        return Stream.of(
                prefix + "region=" + region,
                prefix + "first-port=" + firstPort,
                prefix + "last-port=" + lastPort,
                prefix + "database.host=" + server.host(),
                prefix + "database.port=" + server.port(),
                prefix + "database.user=" + server.user(),
                prefix + "database.password=" + server.password(),
                prefix + "database.maintenance-database=" + server.database());
    }
}
