package quartet.harness.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The class-data archive of a kind of worker: classes that an earlier JVM has loaded and verified, which a later one maps
 * into memory. The first worker of the kind writes it at its end. An archive belongs to one class path and one JVM, so
 * its name holds a hash of both, and it is made anew when one changes. Without an archive a worker only starts slower.
 */
public final class ClassArchive {
    private static final String SUFFIX = ".jsa";

    private final Path file;
    private final Path part;
    private final String kind;
    private boolean possible;

    private ClassArchive(Path folder, String kind, String hash, boolean possible) {
        this.kind = kind;
        this.possible = possible;
        file = folder.resolve(kind + "-" + hash + SUFFIX);
        part = folder.resolve(kind + "-" + UUID.randomUUID() + ".part");
    }

    /**
     * Returns the archive of workers that load the same classes.
     *
     * @param folder where archives are kept
     * @param kind names the engine and the kind of network
     * @param launch all that the JVM's archive depends on beside the files of the class path
     */
    public static ClassArchive of(Path folder, String kind, ClassPath classPath, List<String> launch) {
        boolean jarsOnly = !classPath.hasFolders(); // The JVM archives classes of jars only.
        return new ClassArchive(folder, kind, classPath.stamp(launch), jarsOnly);
    }

    /** Returns the JVM arguments of a worker that uses the archive; none if there is no archive. */
    public List<String> use() {
        return Files.isRegularFile(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off") : List.of();
    }

    /** The JVM arguments of a worker that writes the archive; none if there is one or it cannot be written. */
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
            return List.of(); // A folder that cannot be written, such as that of another user.
        }
    }

    /** Keeps what a worker has written, in the place of older archives of its kind; to be called after its end. */
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

    /** Deletes what a worker has written that did not end well, and writes no archive any more. */
    public void discard() {
        possible = false;
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It stays until the next build is cleaned.
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
        return name.matches("\\Q" + kind + "\\E-[0-9a-f]{64}\\Q" + SUFFIX + "\\E") && !other.equals(file);
    }
}
