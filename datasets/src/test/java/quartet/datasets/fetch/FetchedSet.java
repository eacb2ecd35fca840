package quartet.datasets.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.CatalogueEntry.FetchSource;
import quartet.datasets.CatalogueEntry.SplitRule;
import quartet.datasets.Format;
import quartet.datasets.Kind;
import quartet.datasets.files.Sha256;

/** A data set that must be fetched. All its files have the same content. */
public final class FetchedSet {
    private static final int BYTES = 300_000;

    private FetchedSet() {}

    /** Returns the content of each file: random bytes, which do not compress, so that a part of a download is large. */
    public static byte[] content() {
        byte[] content = new byte[BYTES];
        new Random(1).nextBytes(content);
        return content;
    }

    /** Returns a catalogue entry with these files and sources. */
    public static CatalogueEntry entry(List<FetchSource> sources, String... files) {
        List<DataFile> expected = Arrays.stream(files)
                .map(file -> new DataFile(file, Sha256.of(content()), BYTES))
                .toList();
        return new CatalogueEntry(
                "mine",
                "Mine",
                Kind.IMAGES,
                Format.IDX,
                expected,
                1,
                1,
                List.of("a"),
                "",
                new SplitRule("files", 1, 0),
                "here",
                "none",
                "none",
                "nobody",
                false,
                sources);
    }

    /** Returns the names of the files in a folder of the cache, without the lock. */
    static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("fetch.lock"))
                    .sorted()
                    .toList();
        }
    }
}
