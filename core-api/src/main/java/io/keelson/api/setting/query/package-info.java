/** What can be read about platform settings. */
@NullMarked
package io.keelson.api.setting.query;

import org.jspecify.annotations.NullMarked;
