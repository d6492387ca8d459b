package io.keelson.command.instance;

import java.time.Duration;

/** How long an upgraded instance is watched before its upgrade counts as done. */
@FunctionalInterface
public interface UpgradeWatch {
    /** Three seconds. */
    UpgradeWatch DEFAULT = () -> Duration.ofSeconds(3);

    /** Zero to an hour. */
    Duration length();
}
