package io.keelson.api.health;

/** The parts of an instance whose health is looked at one by one. */
public enum HealthArea {
    DATABASE,
    API,
    WORKERS,
    STORAGE,
    NETWORK
}
