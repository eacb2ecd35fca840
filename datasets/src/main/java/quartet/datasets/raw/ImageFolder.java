package quartet.datasets.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quartet.datasets.DatasetException;

/**
 * Files in folders named after their class. Subfolders of a class folder belong to the class. Hidden files are
 * ignored.
 *
 * @param classes the names of the classes, sorted
 * @param files the files, sorted by path
 * @param outside the number of files outside the class folders
 */
public record ImageFolder(List<String> classes, List<Entry> files, int outside) {
    private static final Set<String> PARTS = Set.of("train", "training", "test", "val", "valid", "validation");

    public ImageFolder {
        classes = List.copyOf(classes);
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param label the name of its class; empty if the folder has no classes
     */
    public record Entry(Path path, String label) {}

    /**
     * Lists a folder with one subfolder for each class.
     *
     * @throws DatasetException if there is no such folder, or it has no such subfolders
     */
    public static ImageFolder ofClasses(Path root) {
        List<Path> files = walk(root);
        TreeSet<String> classes = new TreeSet<>();
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            Path relative = root.relativize(file);
            if (relative.getNameCount() > 1) {
                String label = relative.getName(0).toString();
                classes.add(label);
                entries.add(new Entry(file, label));
            }
        }
        if (entries.isEmpty()) {
            throw new DatasetException(root + " has no subfolders with files; expected one subfolder for each class");
        }
        if (classes.stream().allMatch(name -> PARTS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new DatasetException(root + " has the subfolders " + String.join(", ", classes)
                    + "; name them one by one: --data " + root.resolve(classes.first()) + " --test FOLDER");
        }
        return new ImageFolder(List.copyOf(classes), entries, files.size() - entries.size());
    }

    /**
     * Lists all files of a folder and its subfolders, or a single file.
     *
     * @throws DatasetException if there are no files
     */
    public static ImageFolder ofFiles(Path root) {
        List<Path> files = Files.isRegularFile(root) ? List.of(root) : walk(root);
        if (files.isEmpty()) {
            throw new DatasetException(root + " has no files");
        }
        return new ImageFolder(
                List.of(), files.stream().map(file -> new Entry(file, "")).toList(), 0);
    }

    private static List<Path> walk(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DatasetException((Files.exists(root) ? root + " is a file" : "there is no folder " + root)
                    + "; expected a folder of images with one subfolder for each class");
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> visible(root.relativize(path)))
                    .sorted(Comparator.comparing(path -> root.relativize(path).toString()))
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(root + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns whether a file is visible. Metadata files of operating systems are not. */
    private static boolean visible(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__MACOSX") || name.equals("Thumbs.db")) {
                return false;
            }
        }
        return true;
    }
}
