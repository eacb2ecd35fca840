package quartet.harness.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.browser.Chromium;
import quartet.harness.browser.Visit;
import quartet.harness.results.Results;

/** The page as a browser shows it. */
@ExtendWith(Chromium.class)
class ResultPageBrowserTest {
    private static final int WIDE = 1600;
    private static final int PHONE = 390;
    private static final String HOSTILE =
            "<script>hacked = 1</script><img src=x onerror='hacked = 1'>\" onload='hacked = 1' \u001b[2J \u202e\u0000";
    private static final String FITS = "document.documentElement.scrollWidth <= innerWidth";
    /** The names of charts whose text leaves their own column by more than a rounding. */
    private static final String CUT_TEXTS = """
            [...document.querySelectorAll('figure > svg text')].filter(text => {
              const box = text.getBoundingClientRect(), column = text.closest('figure').getBoundingClientRect();
              return box.left < column.left - 2 || box.right > column.right + 2;
            }).map(text => text.closest('svg').querySelector('title').textContent + ': ' + text.textContent)""";
    /** The charts in which two labels of the same kind overlap. */
    private static final String OVERLAPS = """
            [...document.querySelectorAll('figure > svg')].flatMap(svg => {
              const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
              return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
                .filter(([b, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3)
                .map(([b]) => svg.querySelector('title').textContent + ': ' + a + ' | ' + b));
            })""";

    private static String complete = "";
    private static String hostile = "";

    @BeforeAll
    static void writePages(@TempDir Path folder) throws Exception {
        complete = write(folder.resolve("complete.html"), SampleComparison.complete(SampleComparison.ENGINES, 5, true));
        hostile = write(
                folder.resolve("hostile.html"),
                SampleComparison.failing(List.of("scratch", HOSTILE, "x".repeat(10_000), "broken"), HOSTILE));
    }

    private static String write(Path file, Results results) throws Exception {
        Files.writeString(file, ResultPage.html(results));
        return file.toUri().toString();
    }

    @Test
    void drawsEveryCurveAndAsksForNothing(Browser browser) {
        try (Visit visit = Visit.open(browser, complete, WIDE, false)) {
            assertThat(visit.number("document.querySelectorAll('figure > svg').length"))
                    .isGreaterThan(60);
            assertThat(visit.texts("""
                            [...document.querySelectorAll('figure > svg')]
                              .filter(svg => svg.getBoundingClientRect().width < 250 || svg.getBoundingClientRect().height < 60)
                              .map(svg => svg.querySelector('title').textContent)""")).isEmpty();
            assertThat(
                            visit.number(
                                    "Math.min(...[...document.querySelectorAll('figure > svg path.line')].map(line => line.getTotalLength()))"))
                    .isGreaterThan(30);
            assertThat(visit.texts(CUT_TEXTS)).isEmpty();
            assertThat(visit.texts(OVERLAPS)).isEmpty();
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.requests()).isEmpty();
        }
    }

    @Test
    void sortsByMouseAndByKeyboard(Browser browser) {
        try (Visit visit = Visit.open(browser, complete, WIDE, false)) {
            Page page = visit.page();
            Locator table = page.locator("#p0 table.sortable").first();
            Locator time = table.locator("thead button", new Locator.LocatorOptions().setHasText("train s"));
            time.click();
            List<String> ascending = engines(table);
            assertThat(ascending).startsWith("scratch").contains("dl4j").endsWith("majority class");
            assertThat(page.locator("#status").textContent()).isEqualTo("Sorted by train s, ascending");
            time.press("Enter");
            assertThat(engines(table)).startsWith("dl4j").endsWith("scratch", "majority class");
            assertThat(table.locator("th[aria-sort=descending]").textContent()).isEqualTo("train s");
            Locator engine = table.locator("thead button").first();
            engine.focus();
            page.keyboard().press("Space");
            assertThat(engines(table)).isSorted();
        }
    }

    private static List<String> engines(Locator table) {
        return table.locator("tbody th").allTextContents();
    }

    @Test
    void hasReadableColoursInTheDark(Browser browser) {
        try (Visit visit = Visit.open(browser, hostile, WIDE, true)) {
            assertThat(visit.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(21, 23, 26)");
            assertThat(visit.text("getComputedStyle(document.querySelector('.line.s0')).stroke"))
                    .isEqualTo("rgb(98, 181, 240)");
            assertThat(visit.violations()).isEmpty();
        }
    }

    @Test
    void fitsAPhone(Browser browser) {
        for (String page : List.of(complete, hostile)) {
            try (Visit visit = Visit.open(browser, page, PHONE, false)) {
                assertThat(visit.text(FITS)).isEqualTo("true");
                assertThat(visit.texts(CUT_TEXTS)).isEmpty();
                assertThat(visit.texts(OVERLAPS)).isEmpty();
                assertThat(page.equals(complete) ? visit.violations() : List.of())
                        .isEmpty();
            }
        }
    }

    @Test
    void fitsPaper(Browser browser) {
        try (Visit visit = Visit.open(browser, complete, 700, false)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.text(FITS)).isEqualTo("true");
            assertThat(visit.texts("""
                            [...document.querySelectorAll('details table')].filter(table => !table.checkVisibility())
                              .map(table => table.caption.textContent)""")).isEmpty();
            assertThat(visit.number("document.querySelectorAll('details table').length"))
                    .isGreaterThan(10);
            assertThat(visit.texts("""
                            [...document.querySelectorAll('.scroll')].filter(box => box.offsetParent)
                              .filter(box => box.scrollWidth > box.clientWidth + 1)
                              .map(box => box.getAttribute('aria-label') + ' ' + box.scrollWidth)""")).isEmpty();
        }
    }

    @Test
    void textFromAWorkerIsShownAndNotObeyed(Browser browser) {
        try (Visit visit = Visit.open(browser, hostile, WIDE, false)) {
            assertThat(visit.text("typeof hacked")).isEqualTo("undefined");
            assertThat(visit.page().locator("main").textContent()).contains("<script>hacked = 1</script>");
            assertThat(visit.text("document.scripts.length")).isEqualTo("1");
            assertThat(visit.text("document.images.length")).isEqualTo("0");
            assertThat(visit.text(FITS)).isEqualTo("true");
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.requests()).isEmpty();
        }
    }
}
