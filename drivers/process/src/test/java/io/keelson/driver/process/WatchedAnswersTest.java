package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchedAnswersTest {
    private final WatchedAnswers answers = new WatchedAnswers();

    @Test
    void aWorkloadThatAnswersQuicklyDoesWell() {
        ask(100, 0, 20);

        assertThat(answers.objection()).isNull();
        assertThat(answers.summary()).isEqualTo("100 requests were watched, 0 failed, 95 % took at most 20 ms.");
    }

    @Test
    void oneFailureInTwentyIsBorneAndMoreIsNot() {
        ask(95, 5, 1);
        assertThat(answers.objection()).isNull();

        ask(0, 1, 1);
        assertThat(answers.objection()).isEqualTo("6 of 101 requests failed");
    }

    @Test
    void moreThanATenthOfFailedHealthChecksIsTooMuch() {
        for (int i = 0; i < 8; i++) {
            answers.health(true);
        }
        answers.health(false);

        assertThat(answers.objection()).isEqualTo("1 of 9 health checks failed");
    }

    @Test
    void slowAnswersAreAnObjection() {
        ask(94, 0, 5);
        ask(6, 0, 2_500);

        assertThat(answers.objection()).isEqualTo("95 % of the requests took up to 2500 ms");
    }

    @Test
    void whatNeverAnswersIsGivenUpEarly() {
        for (int i = 0; i < 10; i++) {
            answers.health(false);
        }

        assertThat(answers.isHopeless()).isTrue();
    }

    @Test
    void errorsThatTheWorkloadCountsItselfAreAnObjectionWhenTheyAreNotFew() {
        ask(100, 0, 5);
        answers.told(new RequestFigures(10.0, 0.5, 20.0), 1.9);
        assertThat(answers.objection()).isNull();

        answers.told(new RequestFigures(10.0, 0.06, 20.0), 5);
        assertThat(answers.objection()).isEqualTo("it has itself counted 6 % of 50 answers as errors");

        answers.told(new RequestFigures(10.0, 0.05, 20.0), 5);
        assertThat(answers.objection()).isNull();
    }

    @Test
    void slowAnswersThatTheWorkloadCountsItselfAreAnObjection() {
        ask(100, 0, 5);
        answers.told(new RequestFigures(10.0, 0.0, 2_100.0), 5);

        assertThat(answers.objection()).isEqualTo("by its own figures 95 % of its answers took up to 2100 ms");
    }

    private void ask(int well, int badly, long millis) {
        for (int i = 0; i < well + badly; i++) {
            answers.took(TimeUnit.MILLISECONDS.toNanos(millis));
            answers.page(i < well);
        }
    }
}
