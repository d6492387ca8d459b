/** Schedules over GraphQL. */
@NullMarked
package io.keelson.graphql.schedule;

import org.jspecify.annotations.NullMarked;
