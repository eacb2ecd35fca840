package quartet.harness.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import quartet.harness.UsageException;

/** Creates the output folder of a run if the user does not name one. */
final class NewFolder {
    private NewFolder() {}

    /** Creates a folder named after the time. Two runs can start within the same second. */
    static Path in(Path results) {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss"));
        try {
            Files.createDirectories(results);
            for (int number = 1; ; number++) {
                Path folder = results.resolve(number == 1 ? time : time + "-" + number);
                if (created(folder)) {
                    return folder;
                }
            }
        } catch (IOException e) {
            throw new UsageException(results + " cannot be written (" + e.getMessage() + "); choose another --out", e);
        }
    }

    private static boolean created(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
