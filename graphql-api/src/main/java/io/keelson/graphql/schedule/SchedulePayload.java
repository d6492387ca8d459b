package io.keelson.graphql.schedule;

import io.keelson.api.schedule.query.ScheduleView;

/** The schedule that a mutation changed. */
record SchedulePayload(ScheduleView schedule) {}
