package quartet.harness.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of a worker.
 *
 * @param code jars and folders of this project
 * @param libraries jars of third parties
 */
public record ClassPath(List<Path> code, List<Path> libraries) {
    private static final int BUFFER = 1 << 16;

    public ClassPath {
        code = List.copyOf(code);
        libraries = List.copyOf(libraries);
    }

    /** Returns the entries of a class path as the JVM takes it. */
    public static List<Path> entries(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Returns the size of all entries; missing entries count as 0. */
    public long bytes() {
        long bytes = 0;
        for (Path file : Stream.concat(files(code), files(libraries)).toList()) {
            bytes += size(file);
        }
        return bytes;
    }

    /**
     * Returns the SHA-256 hash of the project's own code and of the names and sizes of the libraries, in hexadecimal
     * digits. The contents of libraries are not read, because a release never changes.
     */
    public String sha256() {
        MessageDigest digest = digest();
        files(code).forEach(file -> {
            update(digest, file.getFileName() + "\n");
            updateContent(digest, file);
        });
        files(libraries).forEach(file -> update(digest, file.getFileName() + " " + size(file) + "\n"));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns the SHA-256 hash of everything that a JVM's class-data archive depends on, in hexadecimal digits: the
     * paths, sizes and times of all entries, the JVM, and other strings.
     */
    String stamp(List<String> others) {
        MessageDigest digest = digest();
        update(digest, System.getProperty("java.home") + "\n" + System.getProperty("java.vm.version") + "\n");
        others.forEach(other -> update(digest, other + "\n"));
        Stream.concat(files(code), files(libraries))
                .forEach(file -> update(
                        digest, file + " " + size(file) + " " + file.toFile().lastModified() + "\n"));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns whether an entry is a folder with classes. */
    boolean hasFolders() {
        return Stream.concat(code.stream(), libraries.stream()).anyMatch(Files::isDirectory);
    }

    /** Returns the files of the entries. Files in folders are sorted by path. */
    private static Stream<Path> files(List<Path> entries) {
        return entries.stream().flatMap(entry -> {
            try (Stream<Path> all = Files.exists(entry) ? Files.walk(entry) : Stream.of()) {
                return all.filter(Files::isRegularFile).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(entry + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void updateContent(MessageDigest digest, Path file) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
