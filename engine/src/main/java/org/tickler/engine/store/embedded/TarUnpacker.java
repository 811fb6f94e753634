package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks an xz-compressed tar archive: files, folders and links that stay inside.
final class TarUnpacker {

    private static final int EXECUTABLE = 0100;

    private TarUnpacker() {}

    /// Unpacks into an existing, empty folder and brings every file to the disk. All may read what comes out, since
    /// the server may run under another account.
    static void unpack(InputStream compressed, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(into, into.resolve(entry.getName()), entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    link(into, target, entry);
                } else {
                    file(tar, target, (entry.getMode() & EXECUTABLE) != 0);
                }
            }
        }
        openAndForce(into);
    }

    private static void link(Path into, Path target, TarArchiveEntry entry) throws IOException {
        Path folder = Durable.folderOf(target);
        Files.createDirectories(folder);
        inside(into.toAbsolutePath(), folder.resolve(entry.getLinkName()), entry);
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    }

    private static void file(InputStream content, Path target, boolean executable) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            content.transferTo(Channels.newOutputStream(channel));
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Path inside(Path into, Path target, TarArchiveEntry entry) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(into.normalize())) {
            throw new IOException(
                    "the archive of PostgreSQL's programs names a file outside of it: " + entry.getName());
        }
        return normal;
    }

    /// One file after the other at the end, rather than each when written: the disk then has most of it already.
    private static void openAndForce(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                if (!Files.isSymbolicLink(path)) {
                    Durable.force(path);
                }
            }
        }
    }
}
