/** Limits of memory and CPU that the kernel holds processes to. */
@NullMarked
package io.keelson.driver.limit;

import org.jspecify.annotations.NullMarked;
