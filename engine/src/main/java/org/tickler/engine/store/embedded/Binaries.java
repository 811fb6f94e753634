package org.tickler.engine.store.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.FolderTree;
import org.tickler.engine.store.StoreUnavailable;

/// PostgreSQL's programs as the program carries them: one compressed archive for each platform.
final class Binaries {

    private static final int HASH_LETTERS = 16;

    private final Source source;

    private Binaries(Source source) {
        this.source = source;
    }

    /// The archive on the class path for the machine this runs on.
    static Binaries onClassPath() {
        return new Binaries(name -> Binaries.class.getResourceAsStream("/" + name));
    }

    /// The archive inside a jar that is not on the class path, for another version than the shipped one.
    static Binaries inJar(Path jar) {
        return new Binaries(name -> {
            try (JarFile file = new JarFile(jar.toFile())) {
                ZipEntry entry = file.getEntry(name);
                return entry == null
                        ? null
                        : new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
            }
        });
    }

    /// Unpacks the archive under a folder unless that was done before, and returns where. The place is named by the
    /// archive's hash and appears whole or not at all; several processes may do this at once.
    Path unpackedUnder(Path folder) throws IOException {
        byte[] archive = read();
        Path place = folder.resolve(hash(archive));
        if (Files.isDirectory(place)) {
            return place;
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Leftovers.removeFrom(folder);
        Path unfinished = Leftovers.make(folder);
        TarUnpacker.unpack(new ByteArrayInputStream(archive), unfinished);
        moveInto(place, unfinished);
        return place;
    }

    private static void moveInto(Path place, Path unfinished) throws IOException {
        try {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            FolderTree.remove(unfinished); // another process was quicker, with the same bytes
        }
        Durable.force(Durable.folderOf(place));
    }

    private byte[] read() throws IOException {
        String name = archiveName();
        try (InputStream stream = source.open(name)) {
            if (stream == null) {
                throw new StoreUnavailable(
                        "the embedded database has no programs for this platform (" + platform()
                                + "): the program carries those of Linux on amd64 and arm64",
                        "Name a PostgreSQL server of your own (15 or newer) under database: in tickler.yaml");
            }
            return stream.readAllBytes();
        }
    }

    private static String archiveName() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String named = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + system + "-" + named + ".txz";
    }

    private static String platform() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }

    private static String hash(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Where an archive is read from; null where it has none of that name.
    private interface Source {
        @Nullable
        InputStream open(String name) throws IOException;
    }
}
