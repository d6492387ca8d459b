/** What can be read about instances. */
@NullMarked
package io.keelson.api.instance.query;

import org.jspecify.annotations.NullMarked;
