package quartet.harness.export.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps the packages of this project to those of an exported project. */
public final class Naming {
    private final String artifact;
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * Creates the names for a project.
     *
     * @param examples the package of the engine's examples
     * @param target the package of the exported project
     * @param artifact the name of the exported project
     */
    public Naming(String examples, String target, String artifact) {
        this.artifact = artifact;
        names.put("quartet.contract.safetensors", target + ".safetensors");
        names.put("quartet.contract.Tensor", target + ".safetensors.Tensor");
        names.put("quartet.contract", target);
        names.put("quartet.datasets", target + ".data");
        names.put(examples, target);
    }

    /** Returns the name of a type in the exported project. */
    public String typeName(String name) {
        return apply(name);
    }

    /** Replaces names in the text of a file by those of the exported project. */
    String file(String typeName, String text) {
        String name = typeName(typeName);
        String packageLine = "package " + name.substring(0, name.lastIndexOf('.')) + ";";
        return apply(text).replaceFirst("(?m)^package [\\w.]+;", packageLine);
    }

    /** Replaces names in a text by those of the exported project: packages, system properties and names of models. */
    public String apply(String text) {
        String renamed = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replaceAll("\\b" + name.getKey().replace(".", "\\.") + "\\b", name.getValue());
        }
        return renamed.replaceAll("(\"|@code )quartet\\b", "$1" + artifact);
    }
}
