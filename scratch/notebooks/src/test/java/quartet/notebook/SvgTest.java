package quartet.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

class SvgTest {
    @Test
    void labelsAreText() {
        XYChart chart = Charts.lines("Loss of \"Adam\"", "step", "loss (nats)");
        chart.getStyler().setYAxisLogarithmic(true);
        chart.addSeries("rate 0.1 & more", new double[] {0, 50, 100}, new double[] {1000, 1, 0.001});
        assertThat(Svg.draw(chart))
                .contains(">Loss of \"Adam\"</text", ">step</text", ">loss (nats)</text", ">rate 0.1 &amp; more</text")
                .contains(">0</text", ">50</text", ">100</text", ">1</text", ">0.001</text", ">1000</text")
                .contains("font-family:sans-serif")
                .doesNotContain(" Q");
    }

    @Test
    void categoriesAreText() {
        CategoryChart chart = Charts.bars("Accuracy", "order", "accuracy");
        chart.addSeries("same order", List.of("channels first", "channels last"), List.of(0.5, 0.25));
        assertThat(Svg.draw(chart))
                .contains(">channels first</text", ">channels last</text", ">same order</text", ">0.5</text")
                .doesNotContain(" Q");
    }
}
