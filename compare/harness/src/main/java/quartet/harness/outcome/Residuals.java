package quartet.harness.outcome;

import org.hipparchus.stat.descriptive.rank.Percentile;

/** Quantiles of prediction minus target, in the target's own unit: the extremes, 5 %, the quartiles, 95 %. */
public record Residuals(double min, double p5, double p25, double median, double p75, double p95, double max) {

    static Residuals of(double[] residuals) {
        Percentile percentile = new Percentile();
        percentile.setData(residuals);
        double min = residuals[0];
        double max = residuals[0];
        for (double residual : residuals) {
            min = Math.min(min, residual);
            max = Math.max(max, residual);
        }
        return new Residuals(
                min,
                percentile.evaluate(5),
                percentile.evaluate(25),
                percentile.evaluate(50),
                percentile.evaluate(75),
                percentile.evaluate(95),
                max);
    }
}
