/** What can be asked of a platform setting. */
@NullMarked
package io.keelson.api.setting.command;

import org.jspecify.annotations.NullMarked;
