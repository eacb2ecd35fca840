package quartet.harness.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats the text of a Maven project file: sorted properties, and blank lines between sections. */
final class PomLayout {
    private static final Pattern ROOT = Pattern.compile("<project [^>]*>");
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">""";
    private static final Pattern PROPERTIES = Pattern.compile("(?s)(  <properties>\\n)(.*?)(  </properties>)");
    private static final Pattern SECTION = Pattern.compile(
            "(?m)^  <(groupId|properties|dependencyManagement|dependencies|build|profiles)>$|^  <groupId>");

    private PomLayout() {}

    static String of(String text) {
        String rooted = ROOT.matcher(text.replace("\r\n", "\n")).replaceFirst(Matcher.quoteReplacement(PROJECT));
        String sorted = PROPERTIES.matcher(rooted).replaceFirst(match -> {
            String lines = match.group(2).lines().sorted().collect(Collectors.joining("\n", "", "\n"));
            return Matcher.quoteReplacement(match.group(1) + lines + match.group(3));
        });
        return SECTION.matcher(sorted).replaceAll("\n$0");
    }
}
