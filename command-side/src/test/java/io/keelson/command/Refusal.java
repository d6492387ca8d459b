package io.keelson.command;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import java.util.Objects;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches a {@link RejectedException} by its code and field. */
public final class Refusal extends TypeSafeMatcher<Object> {
    private final ErrorCode code;
    private final String field;

    private Refusal(ErrorCode code, String field) {
        this.code = code;
        this.field = field;
    }

    public static Matcher<Object> refusal(ErrorCode code, String field) {
        return new Refusal(code, field);
    }

    @Override
    protected boolean matchesSafely(Object thrown) {
        return thrown instanceof RejectedException refusal
                && refusal.rejection().code() == code
                && Objects.equals(refusal.rejection().field(), field);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal %s of field %s".formatted(code, field));
    }

    @Override
    protected void describeMismatchSafely(Object thrown, Description mismatch) {
        if (thrown instanceof RejectedException refusal) {
            Rejection rejection = refusal.rejection();
            mismatch.appendText(rejection.toString());
        } else {
            mismatch.appendValue(thrown);
        }
    }
}
