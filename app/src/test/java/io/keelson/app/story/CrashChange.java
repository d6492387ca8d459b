package io.keelson.app.story;

import java.util.List;
import java.util.Map;

/** A change of a shop's version in the middle of which the control plane dies. */
enum CrashChange {
    /** An upgrade to a good release. */
    GOOD("1.0.0", "1.1.0", "SUCCEEDED"),
    /** An upgrade to the release that does not get healthy, and its automatic way back. */
    BAD("1.0.0", "1.2.0", "ROLLED_BACK"),
    /** A rollback by hand that brings the backup back. */
    BACK("1.1.0", null, "SUCCEEDED"),
    /** A rollback by hand that takes the migrations back. */
    REVERSE("2.0.0", null, "SUCCEEDED");

    static final String FIRST = "1.0.0";

    /** What the shop must run before. */
    final String from;

    private final String upgradeTo;

    /** The state in which the operation must end. */
    final String end;

    CrashChange(String from, String upgradeTo, String end) {
        this.from = from;
        this.upgradeTo = upgradeTo;
        this.end = end;
    }

    /** What the shop must run afterwards. */
    String to() {
        return this == GOOD ? upgradeTo : FIRST;
    }

    String kind() {
        return upgradeTo == null ? "ROLLBACK" : "UPGRADE";
    }

    String mutation() {
        return upgradeTo == null ? back() : upgrade();
    }

    Map<String, ?> input(String shop) {
        return upgradeTo == null ? backFrom(shop) : upgradeTo(shop, upgradeTo);
    }

    static String upgrade() {
        return "mutation($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { operation { id } } }";
    }

    static Map<String, ?> upgradeTo(String shop, String version) {
        return Map.of(
                "instanceId",
                shop,
                "version",
                version,
                "override",
                List.of("APPROVAL", "CHANNEL"),
                "reason",
                "The story says so");
    }

    static String back() {
        return "mutation($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { operation { id } } }";
    }

    static Map<String, ?> backFrom(String shop) {
        return Map.of("instanceId", shop, "reason", "The story says so");
    }
}
