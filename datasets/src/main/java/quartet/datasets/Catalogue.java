package quartet.datasets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The known data sets with their provenance, licences and checksums, as listed in {@code catalogue.json}. The whole JVM
 * shares one instance (Singleton).
 */
public final class Catalogue {
    private static final Catalogue INSTANCE = new Catalogue(read());

    private final List<CatalogueEntry> entries;

    private Catalogue(List<CatalogueEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns the catalogue. */
    public static Catalogue get() {
        return INSTANCE;
    }

    /** Returns all data sets in the order of the catalogue. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /**
     * Returns the data set with the given name.
     *
     * @throws DatasetException if the name is unknown; the message lists the known names
     */
    public CatalogueEntry find(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DatasetException("unknown data set '" + name + "'; choose one of "
                        + entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", "))));
    }

    private static List<CatalogueEntry> read() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try (InputStream in =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("catalogue.json"), "catalogue.json")) {
            return json.readValue(in, new TypeReference<List<CatalogueEntry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue.json", e);
        }
    }
}
