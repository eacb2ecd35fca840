package quartet.harness.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quartet.contract.worker.ProbePhase;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.ParityStep;

/**
 * Formats a parity check as text: a table of differences by the start of the probes, the other comparisons, and the
 * suspect. An asterisk marks differences outside the tolerance.
 */
final class ParityExplanation {
    private static final String TRAINED = "trained weights";

    private ParityExplanation() {}

    static List<String> lines(Parity parity) {
        Map<String, Map<Integer, ParityStep>> rows = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (ParityStep step : parity.steps()) {
            String what = step.what().split(",", 2)[0];
            if (List.of("logits", "loss", "gradients", "update", TRAINED).contains(what)) {
                String tensor = step.tensor().equals(what) ? "" : " " + step.tensor();
                rows.computeIfAbsent(step.what() + tensor, key -> new LinkedHashMap<>())
                        .put(step.step(), step);
            } else {
                others.add((step.ok() ? "" : "FAILED: ") + step);
            }
        }
        List<String> lines = new ArrayList<>();
        if (!parity.passed()) {
            lines.add("first: " + parity.firstFailure());
        }
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.add(heading("difference at step", width));
        rows.forEach((name, cells) -> lines.add(row(name, cells, width)));
        lines.addAll(others);
        if (!parity.suspect().isEmpty()) {
            lines.add("suspect: " + parity.suspect());
        } else if (!parity.passed()) {
            lines.add("suspect: none of the known mistakes explains these numbers");
        }
        return lines;
    }

    private static String heading(String title, int width) {
        StringBuilder line = new StringBuilder(pad(title, width));
        ProbePhase.STARTS.forEach(start -> line.append(String.format(Locale.ROOT, "%9d ", start)));
        return line.append(" tolerance").toString();
    }

    private static String row(String name, Map<Integer, ParityStep> cells, int width) {
        StringBuilder line = new StringBuilder(pad(name, width));
        String tolerance = "none";
        for (int start : ProbePhase.STARTS) {
            ParityStep step = cells.get(start);
            if (step == null) {
                line.append(" ".repeat(10));
                continue;
            }
            line.append(String.format(Locale.ROOT, "%9.1e%s", step.difference(), step.ok() ? " " : "*"));
            if (step.tolerance() != null) {
                tolerance = String.format(Locale.ROOT, "%.0e", step.tolerance());
            }
        }
        return line.append(" ").append(tolerance).toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
