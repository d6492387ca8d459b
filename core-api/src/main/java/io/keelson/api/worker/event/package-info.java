/** What can happen to a worker by the will of people. */
@NullMarked
package io.keelson.api.worker.event;

import org.jspecify.annotations.NullMarked;
