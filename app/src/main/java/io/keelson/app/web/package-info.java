/** The few plain web pages beside GraphQL. */
@NullMarked
package io.keelson.app.web;

import org.jspecify.annotations.NullMarked;
