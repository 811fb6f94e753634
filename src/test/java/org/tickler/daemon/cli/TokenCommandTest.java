package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenCommandTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private TrialHome home;

    @BeforeAll
    void writeTheHome(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder, TESTS.address());
    }

    @Test
    void isShownOnceListedWithoutItAndRevoked() {
        Ran added = home.run("token", "add", "--as=jlin", "--scope=read,answer", "--name=intake", "--json");
        assertThat(added.code()).isZero();
        String secret = Json.text(Json.read(added.out()), "token");
        String id = Json.text(Json.read(added.out()), "id");
        assertThat(secret).matches("tk_[A-Za-z0-9_-]{43}");

        Ran listed = home.run("token", "list");
        assertThat(listed.out())
                .contains(id + "  intake: as jlin, may read, answer, not used so far")
                .doesNotContain(secret);
        assertThat(home.run("token", "revoke", id, "--as=rdiaz").out()).contains(id + " is revoked");
        assertThat(home.run("token", "list", "--json").out()).contains("\"revoked\":\"");
        Ran again = home.run("token", "revoke", id);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("no token with the id \"" + id + "\" is open");
    }

    @Test
    void isRefusedWithASentenceToWhomItCannotBeFor() {
        assertThat(home.run("token", "add", "--as=jlim", "--scope=read").err()).contains("did you mean \"jlin\"?");
        assertThat(home.run("token", "add", "--as=acme", "--scope=write").err()).contains("is not one of the staff");
        assertThat(home.run("token", "add", "--as=jlin", "--scope=all").code()).isEqualTo(2);
        assertThat(home.run("token", "add", "--as=jlin", "--scope=read", "--expires=2020-01-01")
                        .err())
                .contains("would open nothing");
        assertThat(home.run("token").code()).isEqualTo(2);
    }
}
