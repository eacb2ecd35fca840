package quartet.harness.export;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;
import quartet.harness.worker.InstalledEngine;

/**
 * Creates the Maven project file of an exported project: the libraries of the engine in the versions that this project
 * uses, the native libraries by platform, and a build that produces an executable jar and a folder of libraries.
 */
final class PomFile {
    private static final String OWN_GROUP = "quartet";
    /** Libraries that only the loaders of the catalogue use. */
    private static final List<String> CATALOGUE_ONLY = List.of("tablesaw-core", "xz");

    private static final String ALL_PLATFORMS = "all-platforms";

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)\\}");

    private final Model root;
    private final Model module;
    private final InstalledEngine engine;
    private final Model model = new Model();

    private PomFile(Model root, Model module, InstalledEngine engine) {
        this.root = root;
        this.module = module;
        this.engine = engine;
    }

    /**
     * Returns the text of the file.
     *
     * @param launch the options with which the program starts
     */
    static String of(ExportRequest request, Launch launch, String mainClass) {
        PomFile file = new PomFile(
                read(request.home().resolve("pom.xml")),
                read(request.engine().module().resolve("pom.xml")),
                request.engine());
        return file.write(request, launch, mainClass);
    }

    private String write(ExportRequest request, Launch launch, String mainClass) {
        model.setModelVersion("4.0.0");
        model.setGroupId(request.packageName());
        model.setArtifactId(request.artifact());
        model.setVersion("1.0-SNAPSHOT");
        addDependencies();
        model.setProfiles(profiles());
        model.setBuild(new PomBuild(root).of(launch, mainClass));
        addProperties(launch);
        return PomLayout.of(text());
    }

    private String text() {
        StringWriter text = new StringWriter();
        try {
            new MavenXpp3Writer().write(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void addDependencies() {
        List<Dependency> dependencies = new ArrayList<>();
        for (Dependency dependency : module.getDependencies()) {
            if (!dependency.getGroupId().equals(OWN_GROUP)
                    && !"test".equals(dependency.getScope())
                    && !dependency.isOptional()) {
                dependencies.add(dependency.clone());
            }
        }
        boolean framework = !dependencies.isEmpty();
        dependencies.add(dependency("com.fasterxml.jackson.core", "jackson-databind", null));
        dependencies.add(dependency("info.picocli", "picocli", null));
        dependencies.add(dependency("org.apache.commons", "commons-csv", null));
        if (framework) {
            dependencies.add(dependency("org.slf4j", "slf4j-simple", "runtime"));
        }
        dependencies.add(dependency("org.junit.jupiter", "junit-jupiter", "test"));
        dependencies.add(dependency("org.assertj", "assertj-core", "test"));
        DependencyManagement management = new DependencyManagement();
        for (Dependency managed : root.getDependencyManagement().getDependencies()) {
            if (isNeededBom(managed, dependencies) || (framework && overridesTransitive(managed, dependencies))) {
                management.addDependency(managed.clone());
            }
        }
        dependencies.forEach(this::setManagedVersion);
        model.setDependencyManagement(management);
        model.setDependencies(dependencies);
    }

    private static Dependency dependency(String group, String artifact, @Nullable String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(group);
        dependency.setArtifactId(artifact);
        dependency.setScope(scope);
        return dependency;
    }

    /** Returns the root's version of a dependency, unless a bill of materials manages it. */
    private Optional<Dependency> managed(Dependency dependency) {
        return root.getDependencyManagement().getDependencies().stream()
                .filter(managed -> isSame(managed, dependency))
                .findFirst();
    }

    private void setManagedVersion(Dependency dependency) {
        managed(dependency).ifPresent(found -> dependency.setVersion(found.getVersion()));
    }

    private boolean isNeededBom(Dependency managed, List<Dependency> dependencies) {
        return "import".equals(managed.getScope())
                && dependencies.stream()
                        .anyMatch(dependency -> dependency.getGroupId().startsWith(managed.getGroupId())
                                && managed(dependency).isEmpty());
    }

    /** Returns whether the root pins a library that only the framework depends on. */
    private boolean overridesTransitive(Dependency managed, List<Dependency> dependencies) {
        String folder = managed.getGroupId().replace('.', '/') + "/" + managed.getArtifactId() + "/";
        return !managed.getGroupId().equals(OWN_GROUP)
                && !CATALOGUE_ONLY.contains(managed.getArtifactId())
                && module.getDependencies().stream().noneMatch(direct -> isSame(direct, managed) && direct.isOptional())
                && engine.libraries().replace('\\', '/').contains("/" + folder)
                && dependencies.stream().noneMatch(direct -> isSame(direct, managed));
    }

    private static boolean isSame(Dependency one, Dependency other) {
        return one.getManagementKey().equals(other.getManagementKey());
    }

    /** Returns the engine's profiles: one for each platform, and one with the native libraries of all platforms. */
    private List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>();
        Map<String, Dependency> natives = new LinkedHashMap<>();
        for (Profile original : module.getProfiles()) {
            Profile profile = original.clone();
            profile.getDependencies().removeIf(Dependency::isOptional);
            profile.getDependencies().forEach(this::setManagedVersion);
            boolean platform =
                    profile.getActivation() != null && profile.getActivation().getOs() != null;
            if ((platform || profile.getId().equals(ALL_PLATFORMS))
                    && !profile.getDependencies().isEmpty()) {
                profiles.add(profile);
                profile.getDependencies().stream()
                        .filter(dependency -> dependency.getClassifier() != null)
                        .forEach(dependency -> natives.put(dependency.getManagementKey(), dependency.clone()));
            }
        }
        boolean complete = profiles.stream().anyMatch(profile -> profile.getId().equals(ALL_PLATFORMS));
        if (!natives.isEmpty() && !complete) {
            Profile all = new Profile();
            all.setId(ALL_PLATFORMS);
            Activation activation = new Activation();
            ActivationProperty property = new ActivationProperty();
            property.setName("platforms");
            property.setValue("all");
            activation.setProperty(property);
            all.setActivation(activation);
            all.setDependencies(new ArrayList<>(natives.values()));
            profiles.add(all);
        }
        return profiles;
    }

    /** Adds the properties that the model refers to, except those of Maven itself. */
    private void addProperties(Launch launch) {
        model.addProperty("project.build.sourceEncoding", "UTF-8");
        if (launch.modules().isEmpty()) {
            model.addProperty("maven.compiler.release", "17");
        } else {
            model.addProperty("maven.compiler.source", "17");
            model.addProperty("maven.compiler.target", "17");
        }
        PROPERTY.matcher(text())
                .results()
                .map(reference -> reference.group(1))
                .filter(name -> root.getProperties().containsKey(name))
                .distinct()
                .forEach(name -> model.addProperty(name, root.getProperties().getProperty(name)));
    }

    private static Model read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new MavenXpp3Reader().read(reader);
        } catch (IOException | XmlPullParserException e) {
            throw new UncheckedIOException(new IOException(file + " cannot be read: " + e.getMessage(), e));
        }
    }
}
