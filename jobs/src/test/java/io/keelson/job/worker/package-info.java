/** Workers in public, tested. */
@NullMarked
package io.keelson.job.worker;

import org.jspecify.annotations.NullMarked;
