/** Jobs, their queues and their statistics over GraphQL. */
@NullMarked
package io.keelson.graphql.job;

import org.jspecify.annotations.NullMarked;
