package org.tickler.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as it ships. */
class LogTest {
    private static final String TOKEN = "kq3x_9fZ-tR7mWc2LpYvHs";

    private final LoggerContext context = new LoggerContext();
    private ConsoleAppender<ILoggingEvent> appender;

    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL shipped = Objects.requireNonNull(Main.class.getResource("/logback.xml"));
        configurator.doConfigure(shipped);
        appender = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void hidesTheTokenOfAnAnswerPage() {
        assertThat(line("a POST to {} failed", null, "https://tickler.firm.example/a/" + TOKEN))
                .contains("WARN  x: a POST to https://tickler.firm.example/a/(token) failed\n");
    }

    @Test
    void hidesTheTokenOfAFeed() {
        assertThat(line("GET /feeds/{}.ics HTTP/1.1 503", null, TOKEN)).contains("GET /feeds/(token) HTTP/1.1 503");
    }

    @Test
    void hidesTokensInStackTracesAndTheirCausesAndShowsTheRest() {
        Exception cause = new IOException("cannot send webcal://tickler.firm.example/feeds/" + TOKEN + ".ics");
        String said = line("failed", new IllegalStateException("/a/" + TOKEN, cause));
        assertThat(said)
                .contains("IllegalStateException: /a/(token)", "Caused by: java.io.IOException: cannot send", "\tat ")
                .doesNotContain(TOKEN);
        assertThat(said.split("IllegalStateException")).hasSize(2);
    }

    @Test
    void leavesOtherPathsAlone() {
        assertThat(line("the home /srv/a/firm was read, 12 km/a day, /a/b", null))
                .contains("/srv/a/firm was read", "/a/b");
    }

    private String line(String message, @Nullable Throwable thrown, Object... arguments) {
        Logger logger = context.getLogger("org.tickler.x");
        LoggingEvent event = new LoggingEvent(LogTest.class.getName(), logger, Level.WARN, message, thrown, arguments);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
