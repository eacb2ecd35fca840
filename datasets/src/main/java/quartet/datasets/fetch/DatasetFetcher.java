package quartet.datasets.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.Client;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.CatalogueEntry.FetchSource;
import quartet.datasets.DatasetException;
import quartet.datasets.Datasets;
import quartet.datasets.files.Archive;
import quartet.datasets.files.DatasetCache;

/**
 * Fetches data sets that the project does not ship into the user's cache (see {@link DatasetCache}). It tries the
 * sources in the order of the catalogue: the authors' site first, then package managers that the user may have.
 */
public final class DatasetFetcher {
    private final CatalogueEntry entry;
    private final CacheFolder folder;
    private final FetchListener listener;

    private DatasetFetcher(CatalogueEntry entry, CacheFolder folder, FetchListener listener) {
        this.entry = entry;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Fetches the missing files of a data set. Every file is verified by its SHA-256 before it appears in the cache.
     * The next fetch resumes an interrupted download. Shipped data sets are only verified.
     *
     * @throws DatasetException if the name is unknown, the cache cannot be written, or every source failed (the
     *     message explains how to get the files manually), or if the thread is interrupted, whose interrupt status
     *     then remains set
     */
    public static void fetch(String name, FetchListener listener) {
        CatalogueEntry entry = Catalogue.get().find(name);
        if (entry.shipped()) {
            Datasets.verify(name);
        } else {
            fetch(entry, listener);
        }
    }

    static void fetch(CatalogueEntry entry, FetchListener listener) {
        try (CacheFolder folder = CacheFolder.open(entry)) {
            new DatasetFetcher(entry, folder, listener).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException("fetching data set '" + entry.name() + "' was interrupted", e);
        }
    }

    private void run() throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (FetchSource source : entry.sources()) {
            List<DataFile> missing = missing();
            if (missing.isEmpty()) {
                break;
            }
            listener.trying(describe(source));
            try {
                if (source.client() == Client.URL) {
                    for (DataFile file : missing) {
                        download(file, URI.create(named(source.location(), file)));
                    }
                } else {
                    unpack(source, missing);
                }
            } catch (FetchException e) {
                listener.failed(describe(source), FetchException.reason(e));
                failures.add(FetchException.reason(e));
            }
        }
        List<DataFile> missing = missing();
        if (!missing.isEmpty()) {
            throw new DatasetException(byHand(missing, failures));
        }
        // An interrupted download is obsolete if another source had the file.
        entry.files().forEach(file -> folder.delete(folder.part(file)));
    }

    private List<DataFile> missing() {
        return entry.files().stream().filter(file -> !folder.has(file)).toList();
    }

    private void download(DataFile file, URI address) throws FetchException, InterruptedException {
        Path part = folder.part(file);
        boolean resumed = Files.exists(part);
        UrlDownload download = new UrlDownload(
                address,
                part,
                DownloadLimits.ofFile(file.bytes()),
                (bytes, total) -> listener.received(file.path(), bytes, total));
        download.run();
        try {
            storePart(file, address);
        } catch (FetchException e) {
            if (!resumed) {
                throw e;
            }
            // The earlier part may belong to other content, so download again from the start.
            download.run();
            storePart(file, address);
        }
    }

    private void storePart(DataFile file, URI address) throws FetchException {
        Path part = folder.part(file);
        try (InputStream in = content(address.getPath(), file, Files.newInputStream(part), Files.size(part))) {
            folder.store(file, in);
        } catch (FetchException e) {
            // A damaged part must not be resumed.
            folder.delete(part);
            throw e;
        } catch (IOException e) {
            folder.delete(part);
            throw new FetchException(address + ": " + FetchException.reason(e), e);
        }
        folder.delete(part);
    }

    /** Returns the content of a source's file, decompressed if only the source's file is compressed. */
    private static InputStream content(String name, DataFile file, InputStream in, long bytes) throws IOException {
        boolean compressed =
                (name.endsWith(".gz") || name.endsWith(".tgz")) && !file.path().endsWith(".gz");
        return compressed ? Archive.gunzip(new BufferedInputStream(in), bytes) : in;
    }

    private void unpack(FetchSource source, List<DataFile> missing) throws FetchException, InterruptedException {
        try {
            DownloadLimits limits = DownloadLimits.ofPackage(
                    entry.files().stream().mapToLong(DataFile::bytes).sum());
            Path archive = PackageClient.download(
                    source, folder.emptyWorkFolder(), limits, bytes -> listener.received(source.location(), bytes, -1));
            unpack(folder, source, archive, missing);
        } finally {
            folder.deleteWorkFolder();
        }
    }

    /** Stores the missing files of a downloaded package, or the package itself if the source names no member. */
    static void unpack(CacheFolder folder, FetchSource source, Path archive, List<DataFile> missing)
            throws FetchException {
        Map<String, DataFile> wanted = new HashMap<>();
        missing.forEach(file -> wanted.put(named(source.member(), file), file));
        try {
            if (source.member().isEmpty()) {
                DataFile file = missing.get(0);
                try (InputStream in =
                        content(archive.toString(), file, Files.newInputStream(archive), Files.size(archive))) {
                    folder.store(file, in);
                }
                return;
            }
            Archive.walk(archive, (name, bytes, content) -> {
                DataFile file = wanted.remove(name);
                if (file != null) {
                    folder.store(file, content(name, file, content, bytes));
                }
            });
        } catch (IOException e) {
            throw new FetchException(describe(source) + ": " + FetchException.reason(e), e);
        }
        if (!wanted.isEmpty()) {
            throw new FetchException(describe(source) + ": the package has no " + String.join(", ", wanted.keySet()));
        }
    }

    private String byHand(List<DataFile> missing, List<String> failures) {
        String ways =
                entry.sources().stream().map(source -> byHand(source, missing)).collect(Collectors.joining(", or "));
        String files = missing.stream().map(DataFile::path).collect(Collectors.joining(", "));
        boolean compressed = missing.stream().allMatch(file -> file.path().endsWith(".gz"));
        return "data set '" + entry.name() + "' cannot be fetched (" + String.join("; ", failures) + "); by hand: "
                + ways + "; then put " + files + (compressed ? "" : ", decompressed,") + " into " + folder.path();
    }

    private static String byHand(FetchSource source, List<DataFile> missing) {
        if (source.client() == Client.URL) {
            return missing.stream()
                    .map(file -> named(source.location(), file))
                    .collect(Collectors.joining(" and ", "download ", ""));
        }
        int slash = source.member().lastIndexOf('/');
        return "run '" + describe(source) + "' and "
                + (slash < 0
                        ? "decompress the package"
                        : "unpack what is in " + source.member().substring(0, slash));
    }

    private static String describe(FetchSource source) {
        return switch (source.client()) {
            case URL -> source.location().replaceFirst("\\{file}.*", "");
            case NPM -> "npm pack " + source.location();
            case APT -> "apt-get download " + source.location();
        };
    }

    private static String named(String template, DataFile file) {
        return template.replace("{file}", file.path());
    }
}
