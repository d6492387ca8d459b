package io.keelson.schema;

/** Thrown where a text is no JSON Schema that can be applied; the message says why. */
public final class UnusableSchemaException extends Exception {
    UnusableSchemaException(String why) {
        super(why);
    }

    /** Why, as the end of a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
