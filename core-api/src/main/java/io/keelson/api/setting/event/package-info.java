/** What can happen to a platform setting. */
@NullMarked
package io.keelson.api.setting.event;

import org.jspecify.annotations.NullMarked;
