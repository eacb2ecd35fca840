package quartet.harness.html;

import java.util.List;
import quartet.harness.Printable;

/**
 * Images or texts of a test set with the engines' predictions. The type is public for the page's template.
 *
 * @param title caption
 * @param note explanation of the gallery
 * @param exhibits rows in the order of display
 */
public record Gallery(String title, String note, List<Exhibit> exhibits) {

    /**
     * A row of a test set.
     *
     * @param row its index
     * @param text the text; empty for an image
     * @param png a PNG file in base64; empty for a text
     * @param actual its class
     * @param answers the predicted classes, each with its engines
     */
    public record Exhibit(int row, String text, String png, String actual, List<Answer> answers) {
        public Exhibit {
            text = text.lines().map(Printable::line).reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
            png = png.matches("[A-Za-z0-9+/]+={0,2}") ? png : "";
            actual = Printable.line(actual);
        }
    }

    /** A class, and the engines that predict it. */
    public record Answer(String predicted, String engines, boolean right) {
        public Answer {
            predicted = Printable.line(predicted);
            engines = Printable.line(engines);
        }
    }
}
