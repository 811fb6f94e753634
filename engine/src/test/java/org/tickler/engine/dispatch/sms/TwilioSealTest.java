package org.tickler.engine.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The example of Twilio's own documentation, "Validating Signatures from Twilio", is the first test's.
class TwilioSealTest {
    private static final Map<String, String> FIELDS = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+12349013030",
            "Digits", "1234",
            "From", "+12349013030",
            "To", "+18005551212");
    private static final String SEAL = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";
    private final TwilioSeal seal = new TwilioSeal("12345", URI.create("https://mycompany.com/"));

    @Test
    void holdsOverThePublicAddressAndTheFields() {
        assertThat(seal.holds("/myapp.php?foo=1&bar=2", FIELDS, SEAL)).isTrue();
    }

    @Test
    void breaksWithAnyOfThemChanged() {
        assertThat(seal.holds("/myapp.php?foo=1&bar=3", FIELDS, SEAL)).isFalse();
        assertThat(seal.holds("/myapp.php?foo=1&bar=2", Map.of("Digits", "1234"), SEAL))
                .isFalse();
        assertThat(seal.holds("/myapp.php?foo=1&bar=2", FIELDS, "")).isFalse();
        assertThat(seal.holds("/myapp.php?foo=1&bar=2", FIELDS, "0/KCTR6DLpKmkAf8muzZqo1nDgQ"))
                .isFalse();
        assertThat(new TwilioSeal("54321", URI.create("https://mycompany.com"))
                        .holds("/myapp.php?foo=1&bar=2", FIELDS, SEAL))
                .isFalse();
    }
}
