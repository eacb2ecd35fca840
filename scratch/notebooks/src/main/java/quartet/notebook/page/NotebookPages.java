package quartet.notebook.page;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import quartet.notebook.format.Cell;
import quartet.notebook.format.Notebook;

/** Renders notebooks as HTML pages that load nothing from the network. */
public final class NotebookPages {
    private static final Configuration TEMPLATES = templates();

    private final UnaryOperator<String> links;

    /**
     * Prepares pages.
     *
     * @param links changes the targets of links, which are relative to the folder of the notebooks
     */
    public NotebookPages(UnaryOperator<String> links) {
        this.links = links;
    }

    /** Returns a page for reading. Its scripts and styles are in the folder assets next to it. */
    public String page(Notebook notebook, List<Notebook> course) {
        return render(
                "notebook.ftlh",
                Map.of(
                        "title", notebook.title(),
                        "name", notebook.name(),
                        "cells", cells(notebook),
                        "previous", neighbour(notebook, course, -1),
                        "next", neighbour(notebook, course, 1)));
    }

    /** Returns a page for changing and running cells. Its scripts and styles are in the folder assets next to it. */
    public String editor(Notebook notebook) {
        return render(
                "editor.ftlh", Map.of("title", notebook.title(), "name", notebook.name(), "cells", cells(notebook)));
    }

    /** Returns the list of all notebooks. */
    public String index(List<Notebook> course, String ending) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Notebook notebook : course) {
            rows.add(Map.of(
                    "name", notebook.name(),
                    "title", notebook.title(),
                    "minutes", notebook.minutes()));
        }
        return render("index.ftlh", Map.of("notebooks", rows, "ending", ending));
    }

    private List<CellView> cells(Notebook notebook) {
        Markdown markdown = new Markdown(links);
        List<CellView> views = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            views.add(new CellView(
                    views.size(),
                    cell.isCode(),
                    cell.hasTag(Cell.ANSWER),
                    cell.isCode() ? "" : markdown.render(cell.source()),
                    cell.source(),
                    cell.outputs().stream().map(OutputView::of).toList()));
        }
        return views;
    }

    /** Returns the name and the title of the previous or next notebook; both are empty if there is none. */
    private static Map<String, String> neighbour(Notebook notebook, List<Notebook> course, int distance) {
        int index = course.indexOf(notebook) + distance;
        return index < 0 || index >= course.size()
                ? Map.of("name", "", "title", "")
                : Map.of(
                        "name",
                        course.get(index).name(),
                        "title",
                        course.get(index).title());
    }

    private static String render(String template, Map<String, Object> model) {
        StringWriter html = new StringWriter();
        try {
            TEMPLATES.getTemplate(template).process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " cannot be filled", e);
        }
        return html.toString();
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(NotebookPages.class, "/quartet/notebook/page");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
