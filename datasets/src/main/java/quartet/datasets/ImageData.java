package quartet.datasets;

final class ImageData {
    static PreparedData load(CatalogueEntry entry, long seed) {
        throw new DatasetException(entry.name());
    }
}
