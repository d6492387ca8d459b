/** What can be read about workers. */
@NullMarked
package io.keelson.api.worker.query;

import org.jspecify.annotations.NullMarked;
