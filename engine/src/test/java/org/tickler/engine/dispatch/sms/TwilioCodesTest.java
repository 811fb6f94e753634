package org.tickler.engine.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioCodesTest {
    @ParameterizedTest
    @CsvSource({
        "20003, MISCONFIGURED",
        "20429, WAIT",
        "21211, BAD_NUMBER",
        "21408, MISCONFIGURED",
        "21610, OPTED_OUT",
        "21612, MISCONFIGURED",
        "21614, BAD_NUMBER",
        "30001, WAIT",
        "30002, MISCONFIGURED",
        "30003, REFUSED",
        "30004, REFUSED",
        "30005, BAD_NUMBER",
        "30006, BAD_NUMBER",
        "30007, REFUSED",
        "30008, REFUSED",
        "30010, MISCONFIGURED",
        "30034, MISCONFIGURED",
        "39999, REFUSED"
    })
    void saysWhatACodeComesTo(int code, TwilioCodes expected) {
        assertThat(TwilioCodes.of(code)).isEqualTo(expected);
    }
}
