package quartet.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The images of a folder that has one subfolder for each class.
 *
 * @param classes the names of the subfolders, sorted
 * @param files the images
 * @param labels the index of the class of each image
 */
public record ImageFolder(List<String> classes, List<Path> files, int[] labels) {

    /**
     * Lists the images.
     *
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if the folder has no subfolder with images
     */
    public static ImageFolder read(Path folder) throws IOException {
        List<Path> subfolders;
        try (Stream<Path> children = Files.list(folder)) {
            subfolders = children.filter(Files::isDirectory).sorted().toList();
        }
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < subfolders.size(); label++) {
            try (Stream<Path> children = Files.list(subfolders.get(label))) {
                for (Path file : children.filter(ImageFolder::isImage).sorted().toList()) {
                    files.add(file);
                    labels.add(label);
                }
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(folder + " has no subfolder with images");
        }
        List<String> classes =
                subfolders.stream().map(path -> path.getFileName().toString()).toList();
        return new ImageFolder(
                classes, files, labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean isImage(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }
}
