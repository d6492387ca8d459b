package io.keelson.api.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** When a schedule fires. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CronTiming.class, name = "cron"),
    @JsonSubTypes.Type(value = IntervalTiming.class, name = "interval"),
    @JsonSubTypes.Type(value = OneTimeTiming.class, name = "one-time")
})
public sealed interface Timing permits CronTiming, IntervalTiming, OneTimeTiming {}
