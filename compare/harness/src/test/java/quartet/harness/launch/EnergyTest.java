package quartet.harness.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyTest {
    private final Path powercap;

    EnergyTest(@TempDir Path powercap) {
        this.powercap = powercap;
    }

    private Energy read(String folder, long microjoules) throws IOException {
        Path counter = Files.createDirectories(powercap.resolve(folder));
        Files.writeString(counter.resolve("energy_uj"), microjoules + "\n");
        Files.writeString(counter.resolve("max_energy_range_uj"), "10000000\n");
        return Energy.read(powercap).orElseThrow();
    }

    @Test
    void packagesAreAddedAndTheirPartsAreNot() throws IOException {
        read("intel-rapl:0", 1_000_000);
        read("intel-rapl:0:0", 5);
        Energy start = read("intel-rapl:1", 2_000_000);
        read("intel-rapl:0", 2_500_000);
        read("intel-rapl:0:0", 6_000_000);
        Energy end = read("intel-rapl:1", 2_250_000);
        assertThat(end.joulesSince(start)).isEqualTo(1.75);
    }

    @Test
    void aCounterStartsAgainAtTheEndOfItsRange() throws IOException {
        Energy start = read("intel-rapl:0", 9_500_000);
        assertThat(read("intel-rapl:0", 500_000).joulesSince(start)).isEqualTo(1);
    }

    @Test
    void aMachineWithoutCountersTellsNothing() throws IOException {
        assertThat(Energy.read(powercap)).isEqualTo(Optional.empty());
        assertThat(Energy.read(powercap.resolve("missing"))).isEqualTo(Optional.empty());
        Files.createDirectory(powercap.resolve("intel-rapl:0"));
        assertThat(Energy.read(powercap)).isEqualTo(Optional.empty());
    }
}
