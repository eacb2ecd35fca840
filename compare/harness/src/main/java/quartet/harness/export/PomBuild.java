package quartet.harness.export;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Creates the build section of an exported project. The build produces an executable jar and a folder of libraries. */
final class PomBuild {
    private static final List<String> LIFECYCLE = List.of(
            "maven-clean-plugin",
            "maven-resources-plugin",
            "maven-install-plugin",
            "maven-deploy-plugin",
            "maven-site-plugin");

    private final Model root;

    PomBuild(Model root) {
        this.root = root;
    }

    /** Returns the plug-ins, with the versions that this project uses. */
    Build of(Launch launch, String mainClass) {
        Build build = new Build();
        build.setFinalName("${project.artifactId}");
        PluginManagement pinned = new PluginManagement();
        LIFECYCLE.forEach(artifact -> pinned.addPlugin(plugin(artifact)));
        build.setPluginManagement(pinned);
        build.addPlugin(compiler(launch));
        build.addPlugin(tests(launch));
        build.addPlugin(jar(mainClass));
        build.addPlugin(libraries());
        return build;
    }

    private Plugin compiler(Launch launch) {
        Plugin compiler = plugin("maven-compiler-plugin");
        if (!launch.modules().isEmpty()) {
            Xpp3Dom arguments = new Xpp3Dom("compilerArgs");
            launch.modules().forEach(argument -> arguments.addChild(element("arg", argument)));
            compiler.setConfiguration(configuration(arguments));
        }
        return compiler;
    }

    private Plugin tests(Launch launch) {
        Plugin tests = plugin("maven-surefire-plugin");
        Xpp3Dom configuration = configuration();
        if (!launch.jvmArguments().isEmpty()) {
            configuration.addChild(element("argLine", "@" + Launch.FILE));
        }
        if (!launch.environment().isEmpty()) {
            Xpp3Dom variables = new Xpp3Dom("environmentVariables");
            launch.environment().forEach((name, value) -> variables.addChild(element(name, value)));
            configuration.addChild(variables);
        }
        tests.setConfiguration(configuration);
        return tests;
    }

    private Plugin jar(String mainClass) {
        Plugin jar = plugin("maven-jar-plugin");
        Xpp3Dom manifest = new Xpp3Dom("manifest");
        manifest.addChild(element("mainClass", mainClass));
        manifest.addChild(element("addClasspath", "true"));
        manifest.addChild(element("classpathPrefix", "lib/"));
        Xpp3Dom archive = new Xpp3Dom("archive");
        archive.addChild(manifest);
        jar.setConfiguration(configuration(archive));
        return jar;
    }

    private Plugin libraries() {
        Plugin dependencies = plugin("maven-dependency-plugin");
        PluginExecution execution = new PluginExecution();
        execution.setId("libraries");
        execution.setPhase("package");
        execution.addGoal("copy-dependencies");
        execution.setConfiguration(configuration(
                element("outputDirectory", "${project.build.directory}/lib"), element("includeScope", "runtime")));
        dependencies.addExecution(execution);
        return dependencies;
    }

    private Plugin plugin(String artifact) {
        Plugin pinned = root.getBuild()
                .getPluginManagement()
                .getPluginsAsMap()
                .get(Plugin.constructKey("org.apache.maven.plugins", artifact));
        if (pinned == null) {
            throw new IllegalStateException("the root pom does not pin " + artifact);
        }
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifact);
        plugin.setVersion(pinned.getVersion());
        return plugin;
    }

    private static Xpp3Dom configuration(Xpp3Dom... children) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (Xpp3Dom child : children) {
            configuration.addChild(child);
        }
        return configuration;
    }

    private static Xpp3Dom element(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        return element;
    }
}
