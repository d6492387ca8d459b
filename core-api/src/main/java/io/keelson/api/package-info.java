/** What every module of the house may know: the words of the domain and the messages that carry them. */
@NullMarked
package io.keelson.api;

import org.jspecify.annotations.NullMarked;
