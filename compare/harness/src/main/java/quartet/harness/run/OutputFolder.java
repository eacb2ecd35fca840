package quartet.harness.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import quartet.harness.Folders;
import quartet.harness.UsageException;
import quartet.harness.report.ResultFiles;

/**
 * The output of a comparison: results and logs in an initially empty folder, and temporary files in a new folder with
 * a unique name, which is deleted at the end. No other file is ever deleted.
 */
public final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final Path work;
    private final Optional<FolderLock> lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OutputFolder(Path folder, Path work, Optional<FolderLock> lock) throws IOException {
        this.folder = folder;
        this.work = work;
        this.lock = lock;
        Files.createDirectories(logs());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Reserves a folder for a run, and creates it if necessary.
     *
     * @throws UsageException if it is not empty, is used by another run, or cannot be written
     */
    public static OutputFolder create(Path folder) {
        if (folder.toString().isEmpty()) {
            throw new UsageException("--out: expected a folder, but was ''");
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            FolderLock lock = FolderLock.acquire(folder);
            return new OutputFolder(folder, lock.work(), Optional.of(lock));
        } catch (IOException e) {
            throw new UsageException("--out: " + folder + " cannot be written (" + reason(e) + ")", e);
        }
    }

    /**
     * Reserves the folder of an interrupted run, and deletes the temporary files that it left.
     *
     * @throws UsageException if it is not such a folder, is used by another run, or cannot be written
     */
    public static OutputFolder resume(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
            }
            checkResumable(folder);
            FolderLock lock = FolderLock.takeOver(folder);
            deleteParts(folder);
            return new OutputFolder(folder, lock.work(), Optional.of(lock));
        } catch (IOException e) {
            throw new UsageException("--out: " + folder + " cannot be written (" + reason(e) + ")", e);
        }
    }

    /**
     * Checks that the folder belongs to a run. A run that was killed before its first results has left only its lock,
     * temporary files and logs.
     */
    private static void checkResumable(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(ResultFiles.RESULTS))) {
            try (Stream<Path> files = Files.list(folder)) {
                Optional<Path> foreign = files.filter(
                                file -> !file.getFileName().toString().matches("logs|quartet\\.lock|work-.*|.*\\.part"))
                        .findFirst();
                if (foreign.isPresent()) {
                    throw new UsageException("--resume: " + folder + " holds no results of a run");
                }
            }
        }
    }

    /** Deletes partly written files of a killed run. */
    private static void deleteParts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ResultFiles::isPart).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Returns a folder whose contents are all deleted at the end. */
    public static OutputFolder temporary() {
        try {
            Path folder = Files.createTempDirectory("quartet-");
            return new OutputFolder(folder, folder, Optional.empty());
        } catch (IOException e) {
            throw new UsageException("no temporary folder can be created (" + reason(e) + ")", e);
        }
    }

    public Path path() {
        return folder;
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Returns the paths to delete if this process is killed. */
    public List<Path> temporaries() {
        return lock.map(held -> List.of(work, held.file())).orElse(List.of(work));
    }

    /** Returns the folder for temporary files. */
    public Path work() {
        return work;
    }

    /** Removes the temporary files and releases the folder. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        String problem = Folders.delete(work);
        if (!problem.isEmpty()) {
            System.err.println("temporary files were left in " + work + ": " + problem);
        }
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            System.err.println("the lock of " + folder + " was left: " + e.getMessage());
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileAlreadyExistsException ? "it is a file" : String.valueOf(e.getMessage());
    }
}
