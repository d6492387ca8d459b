package io.keelson.api.setting;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import java.util.stream.Stream;

/** The catalogue of platform settings. A key is here when something reads it; nothing else can be set. */
public enum KnownSetting {
    /** Sizes that an instance can be given by name. */
    PLANS(
            "plans",
            "What the plans basic, standard and premium give an instance: thousandths of a core and mebibytes.",
            "scaleInstance",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["basic", "standard", "premium"],
              "properties": {
                "basic": { "$ref": "#/$defs/plan" },
                "standard": { "$ref": "#/$defs/plan" },
                "premium": { "$ref": "#/$defs/plan" }
              },
              "$defs": {
                "plan": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["cpuMillis", "memoryMegabytes", "storageMegabytes"],
                  "properties": {
                    "cpuMillis": { "type": "integer", "minimum": 50, "maximum": 64000 },
                    "memoryMegabytes": { "type": "integer", "minimum": 64, "maximum": 262144 },
                    "storageMegabytes": { "type": "integer", "minimum": 64, "maximum": 1048576 }
                  }
                }
              }
            }""",
            """
            {
              "basic": { "cpuMillis": 500, "memoryMegabytes": 256, "storageMegabytes": 512 },
              "standard": { "cpuMillis": 1000, "memoryMegabytes": 512, "storageMegabytes": 1024 },
              "premium": { "cpuMillis": 2000, "memoryMegabytes": 2048, "storageMegabytes": 10240 }
            }"""),
    /** How many backups are kept. */
    BACKUPS(
            "backups",
            "How many backups of each instance are kept; older ones expire with the next backup.",
            "backupInstance",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["keep"],
              "properties": { "keep": { "type": "integer", "minimum": 1, "maximum": 365 } }
            }""",
            """
            { "keep": 7 }"""),
    /** How often instances are looked at, and what counts. */
    HEALTH(
            "health",
            "How often each instance is looked at, how many looks in a row make it unhealthy, degraded or healthy, and how"
                    + " long what was seen is kept.",
            "health checks",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["intervalSeconds", "unhealthyAfter", "degradedAfter", "healthyAfter", "keepSamplesMinutes"],
              "properties": {
                "intervalSeconds": { "type": "integer", "minimum": 1, "maximum": 3600 },
                "unhealthyAfter": { "type": "integer", "minimum": 1, "maximum": 100 },
                "degradedAfter": { "type": "integer", "minimum": 1, "maximum": 100 },
                "healthyAfter": { "type": "integer", "minimum": 1, "maximum": 100 },
                "keepSamplesMinutes": { "type": "integer", "minimum": 1, "maximum": 10080 }
              }
            }""",
            """
            {
              "intervalSeconds": 30, "unhealthyAfter": 3, "degradedAfter": 3, "healthyAfter": 2,
              "keepSamplesMinutes": 60
            }"""),
    /** How workloads that have died are started again. */
    SELF_HEALING(
            "self-healing",
            "Whether a workload that has died is started again, how long the pauses between the tries are, and after how"
                    + " many tries within which time it is left alone.",
            "self-healing",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["enabled", "firstPauseSeconds", "longestPauseSeconds", "tries", "periodMinutes"],
              "properties": {
                "enabled": { "type": "boolean" },
                "firstPauseSeconds": { "type": "integer", "minimum": 0, "maximum": 3600 },
                "longestPauseSeconds": { "type": "integer", "minimum": 0, "maximum": 86400 },
                "tries": { "type": "integer", "minimum": 1, "maximum": 100 },
                "periodMinutes": { "type": "integer", "minimum": 1, "maximum": 1440 }
              }
            }""",
            """
            { "enabled": true, "firstPauseSeconds": 10, "longestPauseSeconds": 300, "tries": 5, "periodMinutes": 60 }"""),
    /** How what differs from the events is found and repaired. */
    RECONCILE(
            "reconcile",
            "How often what exists is compared with what should, whether what is safe is repaired without being asked, and"
                    + " how many repairs within an hour are tried.",
            "reconciliation",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["intervalSeconds", "repair", "triesPerHour"],
              "properties": {
                "intervalSeconds": { "type": "integer", "minimum": 1, "maximum": 3600 },
                "repair": { "type": "boolean" },
                "triesPerHour": { "type": "integer", "minimum": 1, "maximum": 100 }
              }
            }""",
            """
            { "intervalSeconds": 20, "repair": true, "triesPerHour": 3 }"""),
    /** How long jobs that have ended are kept. */
    JOBS_RETENTION(
            "jobs.retention",
            "How many days jobs are kept after they succeeded, were cancelled or were given up; what is left out is as this"
                    + " node was started.",
            "removal of old jobs",
            """
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "succeededDays": { "type": "integer", "minimum": 1, "maximum": 3650 },
                "cancelledDays": { "type": "integer", "minimum": 1, "maximum": 3650 },
                "deadDays": { "type": "integer", "minimum": 1, "maximum": 3650 }
              }
            }""",
            """
            {}""");

    private final String key;
    private final String description;
    private final String reader;
    private final String schema;
    private final String defaultValue;

    KnownSetting(String key, String description, String reader, String schema, String defaultValue) {
        this.key = key;
        this.description = description;
        this.reader = reader;
        this.schema = schema;
        this.defaultValue = defaultValue;
    }

    /**
     * The setting with this key.
     *
     * @throws RejectedException SETTING_NOT_FOUND, field {@code key}, when there is none
     */
    public static KnownSetting of(SettingKey key) {
        return Stream.of(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.SETTING_NOT_FOUND,
                        "key",
                        "There is no platform setting %s; there are %s."
                                .formatted(
                                        key,
                                        Stream.of(values())
                                                .map(KnownSetting::key)
                                                .toList())));
    }

    public SettingKey key() {
        return new SettingKey(key);
    }

    public String description() {
        return description;
    }

    /** The feature that reads it. */
    public String reader() {
        return reader;
    }

    /** The JSON Schema (draft 2020-12) of its values, which are always objects. */
    public String schema() {
        return schema;
    }

    /** The value while nobody has set another one, as JSON text; the schema accepts it. */
    public String defaultValue() {
        return defaultValue;
    }
}
