package quartet.harness.reader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Addresses of the Javadoc of libraries. The version is that of the jar on the engine's class path, so the
 * documentation matches the code that runs.
 */
final class LibraryDocs implements AutoCloseable {
    private static final String SITE = "https://javadoc.io/doc/";
    private static final String METADATA = "META-INF/maven/";

    /**
     * Folders of libraries whose Javadoc is sorted by module, because repackaged jars do not contain the module's
     * name.
     */
    private static final Map<String, String> MODULE_FOLDERS = Map.of(
            "org.tensorflow:tensorflow-core-api", "tensorflow/",
            "org.tensorflow:ndarray", "org.tensorflow.ndarray/");

    private final List<JarFile> jars = new ArrayList<>();
    private final Map<String, Optional<String>> addresses = new HashMap<>();

    /**
     * The Maven coordinates of a library.
     *
     * @param group such as ai.djl
     * @param artifact such as api
     * @param version such as 0.35.1
     */
    private record Library(String group, String artifact, String version) {
        String address() {
            return SITE + group + "/" + artifact + "/" + version + "/"
                    + MODULE_FOLDERS.getOrDefault(group + ":" + artifact, "");
        }

        /** Returns the package named after the artifact, such as org.tensorflow.ndarray. */
        String ownPackage() {
            return group + "." + artifact;
        }
    }

    /** Opens the jars of a class path. Unreadable jars are ignored. */
    LibraryDocs(String classPath) {
        for (String entry : List.of(classPath.split(File.pathSeparator, -1))) {
            if (entry.endsWith(".jar")) {
                open(Path.of(entry)).ifPresent(jars::add);
            }
        }
    }

    private static Optional<JarFile> open(Path jar) {
        try {
            return Optional.of(new JarFile(jar.toFile()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the address of a class's Javadoc; empty if no jar has the class. Dots separate a nested class from its
     * outer class.
     */
    Optional<String> address(String qualifiedName) {
        return addresses.computeIfAbsent(qualifiedName, this::find);
    }

    private Optional<String> find(String qualifiedName) {
        int end = qualifiedName.length();
        while (end > 0) { // The outermost class: the shortest path that is an entry, tried from the longest.
            String path = qualifiedName.substring(0, end).replace('.', '/');
            for (JarFile jar : jars) {
                if (jar.getEntry(path + ".class") != null) {
                    String page = path + qualifiedName.substring(end) + ".html";
                    return library(jar, qualifiedName).map(library -> library.address() + page);
                }
            }
            end = qualifiedName.lastIndexOf('.', end - 1);
        }
        return Optional.empty();
    }

    /**
     * Returns the library that contains a class: from the jar's metadata if it contains several libraries, otherwise
     * from the pom next to the jar.
     */
    private static Optional<Library> library(JarFile jar, String qualifiedName) {
        List<Library> candidates = new ArrayList<>();
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(METADATA) && entry.getName().endsWith("/pom.properties")) {
                metadata(jar, entry)
                        .filter(library -> qualifiedName.startsWith(library.group() + "."))
                        .ifPresent(candidates::add);
            }
        }
        return candidates.stream()
                .filter(library -> qualifiedName.startsWith(library.ownPackage() + "."))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .or(() -> besides(Path.of(jar.getName())));
    }

    private static Optional<Library> metadata(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.of(new Library(
                    properties.getProperty("groupId", ""),
                    properties.getProperty("artifactId", ""),
                    properties.getProperty("version", "")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the library of a jar in a local repository, which is at group/artifact/version/artifact-version.jar,
     * next to its pom.
     */
    private static Optional<Library> besides(Path jar) {
        Path version = jar.getParent();
        Path artifact = version == null ? null : version.getParent();
        if (version == null || artifact == null) {
            return Optional.empty();
        }
        Path pom = version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom");
        return groupId(pom)
                .map(group -> new Library(
                        group,
                        artifact.getFileName().toString(),
                        version.getFileName().toString()));
    }

    private static Optional<String> groupId(Path pom) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
            return child(project, "groupId")
                    .or(() -> child(project, "parent").flatMap(parent -> child(parent, "groupId")))
                    .map(Node::getTextContent)
                    .map(String::strip);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
