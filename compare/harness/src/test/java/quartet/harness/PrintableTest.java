package quartet.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void replacesWhatATerminalWouldObey() {
        assertThat(Printable.line("red \u001b[31m, bell \u0007, line\nbreak\r, C1 \u009b2J, tab\t."))
                .isEqualTo("red ?[31m, bell ?, line?break?, C1 ?2J, tab .");
        assertThat(Printable.line("right-to-left \u202e, zero width \u200b, separator \u2028, half \ud800"))
                .isEqualTo("right-to-left ?, zero width ?, separator ?, half ?");
    }

    @Test
    void keepsLettersOfEveryLanguageAndLimitsTheLength() {
        assertThat(Printable.line("Größe 大小 размер 📏")).isEqualTo("Größe 大小 размер 📏");
        assertThat(Printable.line("x".repeat(10_000))).hasSize(500).endsWith("...");
    }
}
