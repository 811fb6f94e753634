package org.tickler.rules.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
    @ParameterizedTest
    @CsvSource({
        "6 hours, PT6H, 6 hours",
        "6 business hours, PT6H, 6 hours",
        "1 hour, PT1H, 1 hour",
        "90 minutes, PT90M, 90 minutes",
        "120 minutes, PT2H, 2 hours"
    })
    void isWorkingTimeInHoursOrMinutes(String text, Duration work, String words) {
        assertThat(Effort.read(text).work()).isEqualTo(work);
        assertThat(Effort.read(text)).hasToString(words);
        assertThat(Effort.read(Effort.read(text).toString())).isEqualTo(Effort.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 hours", "2 days", "six hours", "6", "-1 hours", "1.5 hours", "12345 hours", ""})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Effort.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsLeftBesideIt() {
        Effort six = Effort.read("6 hours");
        assertThat(six.beside(Duration.ofHours(7))).isEqualTo("6 hours of work, 7 left");
        assertThat(six.beside(Duration.ofMinutes(390))).isEqualTo("6 hours of work, 6 hours 30 minutes left");
        assertThat(six.beside(Duration.ofMinutes(20))).isEqualTo("6 hours of work, 20 minutes left");
        assertThat(six.beside(Duration.ZERO)).isEqualTo("6 hours of work, none left");
        assertThat(Effort.read("90 minutes").beside(Duration.ofHours(2))).isEqualTo("90 minutes of work, 2 hours left");
    }
}
