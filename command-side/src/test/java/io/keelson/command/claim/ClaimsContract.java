package io.keelson.command.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Claims} must do. */
abstract class ClaimsContract {
    private static final String OWNER = "partner:1";
    private static final String OTHER = "partner:2";
    private static final ClaimKey NAME = new ClaimKey(ClaimKind.PARTNER_NAME, "Acme");

    abstract Claims claims();

    @Test
    void aFreeValueIsClaimed() {
        assertThat(claims().claim(NAME, OWNER)).isTrue();
    }

    @Test
    void claimingAgainSaysThatItIsARepetition() {
        claims().claim(NAME, OWNER);

        assertThat(claims().claim(NAME, OWNER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anotherOwnerIsRefusedWithTheField(ClaimKind kind) {
        ClaimKey key = new ClaimKey(kind, "x");
        claims().claim(key, OWNER);

        assertThatThrownBy(() -> claims().claim(key, OTHER))
                .isInstanceOfSatisfying(RejectedException.class, refusal -> {
                    Rejection rejection = refusal.rejection();
                    assertThat(rejection.code())
                            .isEqualTo(kind.taken().rejection().code());
                    assertThat(rejection.field()).isNotBlank();
                });
    }

    @Test
    void anEmailOfAnotherOwnerIsRefusedAsEmailTaken() {
        ClaimKey email = new ClaimKey(ClaimKind.PARTNER_EMAIL, "ops@acme.example");
        claims().claim(email, OWNER);

        assertThatThrownBy(() -> claims().claim(email, OTHER))
                .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.rejection())
                        .returns(ErrorCode.EMAIL_TAKEN, Rejection::code)
                        .returns("email", Rejection::field));
    }

    @Test
    void caseAndTheEncodingOfAccentsDoNotCount() {
        claims().claim(new ClaimKey(ClaimKind.PARTNER_NAME, "Café"), OWNER);

        assertThatThrownBy(() -> claims().claim(new ClaimKey(ClaimKind.PARTNER_NAME, "CAFE\u0301"), OTHER))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void theSameValueOfAnotherKindIsFree() {
        claims().claim(NAME, OWNER);

        assertThat(claims().claim(new ClaimKey(ClaimKind.INSTANCE_NAME, "Acme"), OTHER))
                .isTrue();
    }

    @Test
    void aReleasedValueIsFreeForOthers() {
        claims().claim(NAME, OWNER);
        claims().release(NAME, OWNER);
        claims().release(NAME, OWNER);

        assertThat(claims().claim(NAME, OTHER)).isTrue();
    }

    @Test
    void nobodyReleasesTheValueOfAnotherOwner() {
        claims().claim(NAME, OWNER);
        claims().release(NAME, OTHER);

        assertThatThrownBy(() -> claims().claim(NAME, OTHER)).isInstanceOf(RejectedException.class);
    }
}
