package io.keelson.driver;

/** The parts of an instance whose health is looked at one by one. */
public enum HealthArea {
    /** Its database and the role that owns it. */
    DATABASE,
    /** Its health path. */
    API,
    /** The processes that do its work. */
    WORKERS,
    /** What it keeps, and the room that is left for it. */
    STORAGE,
    /** Its port or address. */
    NETWORK
}
