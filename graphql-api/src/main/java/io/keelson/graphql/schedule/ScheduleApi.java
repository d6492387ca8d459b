package io.keelson.graphql.schedule;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves schedules. */
@Configuration(proxyBeanMethods = false)
@Import({ScheduleMutations.class, ScheduleQueries.class, ScheduleFields.class})
public class ScheduleApi {}
