package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quartet.harness.results.SampleResults;

class ReportTest {
    private static final String HOSTILE =
            "<script>alert(1)</script> \u001b[2J [link](javascript:x) ![image](x) `code` *bold* a|b &amp;";

    @Test
    void escapesWhatMarkdownAndHtmlWouldObey() {
        assertThat(Markdown.escape("<b>[x](y)|`*\\ & plain_name"))
                .isEqualTo("&lt;b&gt;\\[x\\](y)\\|\\`\\*\\\\ &amp; plain_name");
    }

    @Test
    void textFromAWorkerIsShownAndNotObeyed() {
        String report = Report.markdown(SampleResults.of(HOSTILE));
        assertThat(report)
                .contains("- broken: failed: &lt;script&gt;alert(1)&lt;/script&gt; ?\\[2J \\[link\\](javascript:x) "
                        + "!\\[image\\](x) \\`code\\` \\*bold\\* a\\|b &amp;amp;");
        assertThat(report).doesNotContain("<script").doesNotContain("\u001b");
        String terminal =
                TerminalTable.render(Tables.of(SampleResults.of(HOSTILE)).get(0));
        assertThat(terminal).doesNotContain("\u001b").contains("! broken: failed: <script>alert(1)</script> ?[2J");
    }

    @Test
    void holdsTablesEnginesAndDeviations() {
        String report = Report.markdown(SampleResults.of("exit code 3"));
        assertThat(report)
                .contains("## classification on iris")
                .contains("| slow | 0.7000 | 0.5000 | 4.03 | 0.250 | 2.01x slower | 2.01x | 2.01x slower |")
                .contains("| slow | Slow 2 | lib\\|slow | cpu | 1 |")
                .contains("- **broken**: no Adam");
    }
}
