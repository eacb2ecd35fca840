package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.experiment.Project;
import quartet.harness.browser.Chromium;
import quartet.harness.browser.Visit;

/** The page as a browser shows it. */
@ExtendWith(Chromium.class)
class ReaderPageBrowserTest {
    private static final int WIDE = 1600;
    private static final int PHONE = 390;
    private static final String COLUMNS =
            "[...new Set([...document.querySelectorAll('.cell')].filter(c => c.offsetParent).map(c => c.dataset.engine))]";
    private static final String PROJECTS =
            "[...document.querySelectorAll('.project')].filter(p => p.offsetParent).map(p => p.id)";
    private static final String FITS = "document.documentElement.scrollWidth <= innerWidth";
    /** Distance of an element from the top of the window. */
    private static final String TOP = "document.getElementById('%s').getBoundingClientRect().top";

    private static String address = "";

    @BeforeAll
    static void writePage(@TempDir Path folder) {
        Path file = folder.resolve("read.html");
        new ReaderPage(CheckoutEngines.HOME, CheckoutEngines.all(), Optional.empty())
                .write(file, List.of(Project.CV, Project.NLP));
        address = file.toUri().toString();
    }

    @Test
    void aWideScreenShowsAllColumnsOfOneProject(Browser browser) {
        try (Visit visit = Visit.open(browser, address, WIDE, false)) {
            assertThat(visit.texts(COLUMNS)).hasSize(CheckoutEngines.all().size());
            assertThat(visit.texts(PROJECTS)).containsExactly("cv");
            assertThat(visit.text(FITS)).isEqualTo("true");
            assertThat(visit.number("document.querySelectorAll('[data-d]').length - 2"))
                    .isZero();
            assertThat(visit.violations()).isEmpty();
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.requests()).isEmpty();
        }
    }

    @Test
    void aPhoneShowsTheTwoColumnsThatWereChosenLastInTheDark(Browser browser) {
        try (Visit visit = Visit.open(browser, address, PHONE, true)) {
            assertThat(visit.texts(COLUMNS)).hasSize(2);
            visit.page().check("input[value=dl4j]");
            visit.page().check("input[value=scratch]");
            assertThat(visit.texts(COLUMNS)).containsExactlyInAnyOrder("scratch", "dl4j");
            assertThat(visit.texts("[...document.querySelectorAll('[name=column]:checked')].map(b => b.value)"))
                    .containsExactlyInAnyOrder("scratch", "dl4j");
            assertThat(visit.text(FITS)).isEqualTo("true");
            assertThat(visit.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(21, 23, 26)");
            assertThat(visit.violations()).isEmpty();
        }
    }

    @Test
    void anAddressNamesProjectRoleColumnsAndView(Browser browser) {
        String deep = address + "#nlp/training-step?columns=scratch,djl-pytorch&view=both";
        try (Visit visit = Visit.open(browser, deep, WIDE, false)) {
            assertThat(visit.texts(PROJECTS)).containsExactly("nlp");
            assertThat(visit.texts(COLUMNS)).containsExactlyInAnyOrder("scratch", "djl-pytorch");
            assertThat(visit.number(TOP.formatted("nlp/training-step"))).isBetween(-5.0, 50.0);
            assertThat(visit.number(
                            "[...document.querySelectorAll('#nlp .strict')].filter(s => s.offsetParent).length"))
                    .isGreaterThan(10);
            assertThat(visit.text("document.getElementById('nlp/training-step').querySelector('.tally').textContent"))
                    .startsWith("Of the lines of both examples, ");
            assertThat(visit.number("document.querySelectorAll('#nlp .l[data-d=i]').length"))
                    .isGreaterThan(20);
            assertThat(visit.number("document.querySelectorAll('#nlp .l[data-d=n]').length"))
                    .isGreaterThan(2);
        }
    }

    @Test
    void theKeyboardReachesEverything(Browser browser) {
        try (Visit visit = Visit.open(browser, address, WIDE, false)) {
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(visit.text("document.activeElement.textContent")).isEqualTo("Skip to the code");
            page.focus(".projects a[href='#nlp']");
            page.keyboard().press("Enter");
            page.locator("#nlp").waitFor(); // The page follows its address after the key is handled.
            assertThat(visit.texts(PROJECTS)).containsExactly("nlp");
            page.focus("[name=column]");
            page.keyboard().press("Space");
            assertThat(visit.texts(COLUMNS)).hasSize(CheckoutEngines.all().size() - 1);
            assertThat(visit.text("location.hash")).startsWith("#nlp?columns=");
            page.focus("[name=view]:checked");
            page.keyboard().press("ArrowRight");
            assertThat(visit.text("document.body.dataset.view")).isEqualTo("strict");
            assertThat(visit.number("[...document.querySelectorAll('.example')].filter(e => e.offsetParent).length"))
                    .isZero();
            assertThat(visit.violations()).isEmpty();
        }
    }

    @Test
    void printsTheCodeInBlackOnWhite(Browser browser) {
        try (Visit visit = Visit.open(browser, address, WIDE, true)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(visit.text("getComputedStyle(document.querySelector('.controls')).display"))
                    .isEqualTo("none");
        }
    }
}
