package io.keelson.command.instance;

import io.keelson.api.instance.DriverName;

/** Where the drivers can run instances. */
@FunctionalInterface
public interface DriverSites {
    /** The sites of a driver; of one that is not enabled here, whatever is assumed of it. */
    KnownSites of(DriverName driver);
}
