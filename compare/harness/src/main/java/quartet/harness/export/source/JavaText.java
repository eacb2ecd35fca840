package quartet.harness.export.source;

import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Corrects imports and links in the text of a Java file from which code was removed. */
public final class JavaText {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+)\\.(\\w+);\\R");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);\\R");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?(?:\\s+\\*)?\\s+([\\w.]*)(#\\w+(?:\\([^)]*\\))?)?(\\s+[^}]+)?\\}");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern REFERENCE = Pattern.compile("\\{@link[^}]+\\}|@(?:throws|see) \\w+");
    private static final Pattern REMARK = Pattern.compile(" \\(see \\{@link ([\\w.]*)\\}\\)");

    private JavaText() {}

    /**
     * Replaces links without a target by code, and removes sentences that consist of such a link.
     *
     * @param exists whether the project has this type or member, as written in the link
     */
    static String withoutDeadLinks(String text, Predicate<String> exists) {
        String remarks = REMARK.matcher(text)
                .replaceAll(remark -> exists.test(remark.group(1)) ? Matcher.quoteReplacement(remark.group()) : "");
        return LINK.matcher(remarks).replaceAll(link -> {
            String target = link.group(1) + (link.group(2) == null ? "" : link.group(2));
            if (exists.test(target)) {
                return Matcher.quoteReplacement(link.group());
            }
            String label = link.group(3) == null
                    ? label(target)
                    : link.group(3).replaceAll("\\s+(\\*\\s+)?", " ").strip();
            return Matcher.quoteReplacement("{@code " + label + "}");
        });
    }

    /** Removes unused imports, and sorts the others. */
    public static String withUsedImports(String text) {
        Matcher packageLine = PACKAGE.matcher(text);
        String ownPackage = packageLine.find() ? packageLine.group(1) : "";
        String body = IMPORT.matcher(text).replaceAll("");
        TreeSet<String> statics = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        Matcher line = IMPORT.matcher(text);
        while (line.find()) {
            boolean used = isUsed(line.group(3), body);
            if (line.group(1) != null && used) {
                statics.add("static " + line.group(2) + "." + line.group(3));
            } else if (used && !line.group(2).equals(ownPackage)) {
                others.add(line.group(2) + "." + line.group(3));
            }
        }
        StringBuilder imports = new StringBuilder();
        statics.forEach(name -> imports.append("import ").append(name).append(";\n"));
        imports.append(statics.isEmpty() || others.isEmpty() ? "" : "\n");
        others.forEach(name -> imports.append("import ").append(name).append(";\n"));
        String block = imports.isEmpty() ? "" : imports + "\n";
        return PACKAGE.matcher(body)
                .replaceFirst("package $1;\n\n" + Matcher.quoteReplacement(block))
                .replaceAll("\\n{3,}", "\n\n");
    }

    /** Returns whether code, or a link or tag in its documentation, uses a name. The rest of a comment is ignored. */
    private static boolean isUsed(String name, String body) {
        String code = COMMENT.matcher(body).replaceAll(comment -> REFERENCE
                .matcher(comment.group())
                .results()
                .map(reference -> Matcher.quoteReplacement(reference.group()))
                .collect(Collectors.joining(" ")));
        return Pattern.compile("\\b" + name + "\\b").matcher(code).find();
    }

    private static String label(String target) {
        String name = target.replaceFirst("^quartet\\.[\\w.]*\\.", "");
        return name.replace("#", name.startsWith("#") ? "" : ".");
    }
}
