/** From input values to values of the domain; each refusal names the input field. */
@NullMarked
package io.keelson.graphql.input;

import org.jspecify.annotations.NullMarked;
