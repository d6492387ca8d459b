package io.keelson.api.health;

/** How good a checked part is, best first. */
public enum CheckStatus {
    PASS,
    WARN,
    FAIL
}
