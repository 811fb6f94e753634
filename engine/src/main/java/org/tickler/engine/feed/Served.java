package org.tickler.engine.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// A feed ready to be served, made once for all requests.
///
/// @param etag a strong one of the plain bytes, without quotation marks; that of the packed ones ends in `-gzip`
/// @param modifiedAt when the bytes last became others
/// @param plain outside the heap, so that it goes to a socket without a copy; so is `packed`
public record Served(String etag, Instant modifiedAt, ByteBuffer plain, ByteBuffer packed) {

    static Served of(String etag, Instant modifiedAt, byte[] bytes) {
        return new Served(etag, modifiedAt, direct(bytes), direct(gzip(bytes)));
    }

    /// Each reader has places of its own.
    @Override
    public ByteBuffer plain() {
        return plain.duplicate();
    }

    @Override
    public ByteBuffer packed() {
        return packed.duplicate();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return out.toByteArray();
    }
}
