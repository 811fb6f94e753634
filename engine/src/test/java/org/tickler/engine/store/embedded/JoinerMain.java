package org.tickler.engine.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A process that uses the embedded database of a data folder, as `serve` and `load` do: it joins, says so, and leaves
/// when told or when whoever told it is gone.
final class JoinerMain {

    private JoinerMain() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedOptions options = new EmbeddedOptions(TestPostgres.binaries(), true);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.join(Path.of(arguments[0]), options);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println((postgres.adopted() ? "adopted " : "started ")
                    + postgres.address().url());
            orders.readLine();
        }
        System.out.println("left");
    }
}
