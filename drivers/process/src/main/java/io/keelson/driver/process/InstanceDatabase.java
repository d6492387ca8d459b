package io.keelson.driver.process;

import java.util.List;
import java.util.UUID;

/** The names that an instance has on the database server; role and database are called the same. */
final class InstanceDatabase {
    private InstanceDatabase() {}

    static String name(UUID instanceId) {
        return "keelson_" + instanceId.toString().replace("-", "");
    }

    /** The database that a restoration fills before it takes the place of the first. */
    static String incoming(UUID instanceId) {
        return name(instanceId) + "_in";
    }

    /** The database that a restoration has put aside. */
    static String aside(UUID instanceId) {
        return name(instanceId) + "_out";
    }

    /** Every database that an instance can have. */
    static List<String> all(UUID instanceId) {
        return List.of(name(instanceId), incoming(instanceId), aside(instanceId));
    }
}
