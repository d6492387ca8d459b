package io.keelson.api.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which a type is stored, for example {@code instance.provisioning-requested}. It never changes and is
 * never reused, so a class can move or be renamed without rewriting history.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LogicalName {
    String value();
}
