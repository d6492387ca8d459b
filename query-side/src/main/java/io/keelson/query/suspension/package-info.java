/** Suspensions and what they have come to for each instance. */
@NullMarked
package io.keelson.query.suspension;

import org.jspecify.annotations.NullMarked;
