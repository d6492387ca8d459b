package io.keelson.driver.process;

import java.util.UUID;

/** The names that an instance has on the database server; role and database are called the same. */
final class InstanceDatabase {
    private InstanceDatabase() {}

    static String name(UUID instanceId) {
        return "keelson_" + instanceId.toString().replace("-", "");
    }
}
