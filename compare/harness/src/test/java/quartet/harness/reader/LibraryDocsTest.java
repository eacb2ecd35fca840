package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryDocsTest {
    private final Path repository;

    LibraryDocsTest(@TempDir Path repository) {
        this.repository = repository;
    }

    private Path jar(String artifact, String pom, Map<String, String> entries) throws IOException {
        Path folder = Files.createDirectories(repository.resolve("some/" + artifact + "/1.2"));
        Files.writeString(folder.resolve(artifact + "-1.2.pom"), pom);
        Path jar = folder.resolve(artifact + "-1.2.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entriesOut = new JarOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                entriesOut.putNextEntry(new JarEntry(entry.getKey()));
                entriesOut.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    @Test
    void thePomBesideAJarNamesTheLibrary() throws IOException {
        Path own = jar("own", "<project><groupId>org.own</groupId></project>", Map.of("org/own/A.class", ""));
        Path inherited = jar(
                "inherited",
                "<project><parent><groupId>org.parent</groupId></parent></project>",
                Map.of("org/parent/B.class", "", "org/parent/B$C.class", ""));
        try (LibraryDocs docs = new LibraryDocs(own + File.pathSeparator + inherited)) {
            assertThat(docs.address("org.own.A")).hasValue("https://javadoc.io/doc/org.own/own/1.2/org/own/A.html");
            assertThat(docs.address("org.parent.B.C"))
                    .hasValue("https://javadoc.io/doc/org.parent/inherited/1.2/org/parent/B.C.html");
            assertThat(docs.address("org.own.Missing")).isEmpty();
            assertThat(docs.address("java.util.List")).isEmpty();
        }
    }

    @Test
    void theMetadataOfARepackagedLibraryHasTheVersionOfItsOwn() throws IOException {
        String core = "groupId=org.tensorflow\nartifactId=tensorflow-core-api\nversion=0.9\n";
        Path jar = jar(
                "bundle",
                "<project><groupId>org.bundle</groupId></project>",
                Map.of(
                        "org/tensorflow/Operand.class",
                        "",
                        "org/bundle/Engine.class",
                        "",
                        "META-INF/maven/org.tensorflow/tensorflow-core-api/pom.properties",
                        core));
        try (LibraryDocs docs = new LibraryDocs(jar.toString())) {
            assertThat(docs.address("org.tensorflow.Operand"))
                    .hasValue("https://javadoc.io/doc/org.tensorflow/tensorflow-core-api/0.9/tensorflow/org/tensorflow/"
                            + "Operand.html");
            assertThat(docs.address("org.bundle.Engine"))
                    .hasValue("https://javadoc.io/doc/org.bundle/bundle/1.2/org/bundle/Engine.html");
        }
    }

    @Test
    void aJarThatCannotBeReadDocumentsNothing() throws IOException {
        Path broken = Files.writeString(repository.resolve("broken.jar"), "no jar");
        try (LibraryDocs docs = new LibraryDocs(broken + File.pathSeparator + repository.resolve("missing.jar"))) {
            assertThat(docs.address("a.B")).isEmpty();
        }
    }
}
