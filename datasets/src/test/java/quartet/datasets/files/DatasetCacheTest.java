package quartet.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

class DatasetCacheTest {
    @AfterEach
    void clear() {
        System.clearProperty("quartet.cache");
    }

    @Test
    void thePropertyNamesTheCache() {
        System.setProperty("quartet.cache", "elsewhere");
        assertThat(DatasetCache.folder("mnist")).isEqualTo(Path.of("elsewhere", "mnist"));
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "QUARTET_CACHE", matches = ".+")
    void theDefaultIsInTheHomeFolder() {
        assertThat(DatasetCache.folder("mnist"))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "quartet", "mnist"));
    }
}
