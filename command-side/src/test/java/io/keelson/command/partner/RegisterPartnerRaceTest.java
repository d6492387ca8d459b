package io.keelson.command.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.command.CommandKit;
import io.keelson.command.Crowd;
import io.keelson.fixture.PartnerFixtures;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RegisterPartnerRaceTest {
    private static final int CROWD = 64;

    private final CommandKit kit = new CommandKit(Set.of(Partner.class), Set::of);

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void sixtyFourCommandsForOneNameGiveOnePartnerAndSixtyThreeRefusals() throws Exception {
        List<Object> answers = new Crowd(CROWD)
                .perform(number -> answer(new RegisterPartner(
                        PartnerId.random(),
                        PartnerFixtures.NAME,
                        new EmailAddress("ops%d@acme.example".formatted(number)))));

        assertThat(answers).filteredOn(PartnerId.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Rejection.class::isInstance)
                .hasSize(CROWD - 1)
                .allSatisfy(answer -> assertThat((Rejection) answer)
                        .returns(ErrorCode.NAME_TAKEN, Rejection::code)
                        .returns("name", Rejection::field));
    }

    @Test
    void oneCommandThatIsSentSixtyFourTimesRegistersOnePartner() throws Exception {
        List<Object> answers = new Crowd(CROWD).perform(_ -> answer(PartnerFixtures.registerPartner()));

        assertThat(answers).hasSize(CROWD).containsOnly(PartnerFixtures.PARTNER_ID);
        assertThat(kit.eventsOf(PartnerFixtures.PARTNER_ID)).isEqualTo(1);
    }

    private Object answer(RegisterPartner command) {
        try {
            return kit.send(command);
        } catch (CommandExecutionException e) {
            return e.<Rejection>getDetails().orElseThrow();
        }
    }
}
