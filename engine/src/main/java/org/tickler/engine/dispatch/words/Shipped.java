package org.tickler.engine.dispatch.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that come with the program. */
public final class Shipped {
    private Shipped() {}

    /**
     * The text at a place on the class path, such as {@code /sheets/sheet.html}.
     *
     * @throws IllegalStateException if the program lacks it
     */
    public static String text(String place) {
        try (InputStream in = Shipped.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
