package quartet.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.CatalogueEntry.FetchSource;
import quartet.datasets.CatalogueEntry.SplitRule;

/** A data set to be fetched, all files of which have the same content. */
final class FetchedSet {
    /** Hardly compressible, so that a part of the compressed file is a part worth keeping. */
    static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private FetchedSet() {}

    static CatalogueEntry entry(List<FetchSource> sources, String... files) {
        List<DataFile> expected = Arrays.stream(files)
                .map(file -> new DataFile(file, sha256(CONTENT)))
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

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(DatasetFiles.sha256().digest(content));
    }

    /** What a fetch left in the cache, its lock aside. */
    static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("fetch.lock"))
                    .sorted()
                    .toList();
        }
    }
}
