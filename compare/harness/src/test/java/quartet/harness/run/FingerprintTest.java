package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quartet.contract.experiment.BatchOrder;

class FingerprintTest {
    @Test
    void theHashOfAnOrderCanBeRepeatedByOtherPrograms() {
        // printf '\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\7\0\0\0\0\0\0\0\0' | sha256sum: 1 row, 1 epoch, seed 7, row 0 twice.
        assertThat(Fingerprint.of(new BatchOrder(1, 1, 7)))
                .isEqualTo("c495909267246d84d808434f0fa8f01cf744e9b52e3b81cee254caa6f440b8e3");
    }

    @Test
    void anotherSeedOrBudgetIsAnotherOrder() {
        String hash = Fingerprint.of(new BatchOrder(100, 2, 42));
        assertThat(Fingerprint.of(new BatchOrder(100, 2, 42))).isEqualTo(hash);
        assertThat(Fingerprint.of(new BatchOrder(100, 2, 43))).isNotEqualTo(hash);
        assertThat(Fingerprint.of(new BatchOrder(100, 3, 42))).isNotEqualTo(hash);
    }
}
