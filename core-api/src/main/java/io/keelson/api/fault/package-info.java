/** Places where a test can stop the process for good. */
@NullMarked
package io.keelson.api.fault;

import org.jspecify.annotations.NullMarked;
