package quartet.harness.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The class-data archive (CDS) of a kind of worker. It contains classes that one JVM has loaded and verified, and
 * later JVMs map into memory. The first worker of the kind writes it on exit. An archive belongs to one class path and
 * one JVM, so its name contains a hash of both. It is rewritten when one of them changes. Without an archive, a worker
 * starts more slowly.
 */
public final class ClassArchive {
    private static final String SUFFIX = ".jsa";
    private static final String PART = ".part";

    /** A JVM writes an archive in seconds, so an older part belongs to a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path file;
    private final Path part;
    private final String kind;
    private boolean possible;

    private ClassArchive(Path folder, String kind, String hash, boolean possible) {
        this.kind = kind;
        this.possible = possible;
        file = folder.resolve(kind + "-" + hash + SUFFIX);
        part = folder.resolve(kind + "-" + UUID.randomUUID() + PART);
    }

    /**
     * Returns the archive of workers that load the same classes.
     *
     * @param folder where archives are kept
     * @param kind the engine and the kind of network
     * @param launch everything that the archive depends on, except the files of the class path
     */
    public static ClassArchive of(Path folder, String kind, ClassPath classPath, List<String> launch) {
        boolean jarsOnly = !classPath.hasFolders(); // The JVM archives classes of jars only.
        return new ClassArchive(folder, kind, classPath.stamp(launch), jarsOnly);
    }

    /** Returns the JVM arguments that use the archive; empty without an archive. */
    public List<String> use() {
        return Files.isRegularFile(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off") : List.of();
    }

    /** Returns the JVM arguments that write the archive; empty if it exists or cannot be written. */
    public List<String> record() {
        if (!possible || Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.isWritable(file.getParent())
                    ? List.of("-XX:ArchiveClassesAtExit=" + part, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                    : List.of();
        } catch (IOException e) {
            return List.of(); // The folder cannot be written, for example because it belongs to another user.
        }
    }

    /**
     * Keeps the archive that a worker wrote, and deletes older archives of its kind and parts that killed workers left.
     * Called after the worker's end.
     */
    public void keep() {
        try {
            if (Files.isRegularFile(part) && Files.size(part) > 0) {
                deleteOlder();
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            discard();
        }
    }

    /** Deletes the archive of a failed worker. No further archive is written. */
    public void discard() {
        possible = false;
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It remains until the build is cleaned.
        }
    }

    private void deleteOlder() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path older : files.filter(this::isOlder).toList()) {
                Files.delete(older);
            }
        }
    }

    private boolean isOlder(Path other) {
        String name = other.getFileName().toString();
        if (!name.startsWith(kind + "-") || other.equals(file)) {
            return false;
        }
        String rest = name.substring(kind.length() + 1);
        return rest.matches("[0-9a-f]{64}" + SUFFIX) || (rest.matches("[0-9a-f-]{36}" + PART) && isAbandoned(other));
    }

    private static boolean isAbandoned(Path part) {
        try {
            Instant written = Files.getLastModifiedTime(part).toInstant();
            return written.isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException e) {
            return false; // Its writer has just moved or deleted it.
        }
    }
}
