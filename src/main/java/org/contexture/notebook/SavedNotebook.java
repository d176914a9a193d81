package org.contexture.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.contexture.chart.PlotlyLibrary;
import org.contexture.setting.UserError;

/** A notebook's file after it was executed. */
public final class SavedNotebook {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As Jupyter writes notebooks, so that a file changes only where its content does. */
    private static final DefaultPrettyPrinter AS_JUPYTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter(" ", "\n"))
            .withArrayIndenter(new DefaultIndenter(" ", "\n"));

    private SavedNotebook() {}

    /**
     * Takes Plotly itself out of a notebook's outputs; charts then are their images.
     *
     * @throws UserError if the file is no notebook, or cannot be written
     */
    public static void withoutPlotly(Path notebook) {
        try {
            JsonNode root = JSON.readTree(Files.readString(notebook));
            for (JsonNode cell : root.path("cells")) {
                if (cell.get("outputs") instanceof ArrayNode outputs) {
                    removeLibrary(outputs);
                }
            }
            Path aside = notebook.resolveSibling("." + notebook.getFileName() + ".new");
            Files.writeString(aside, JSON.writer(AS_JUPYTER).writeValueAsString(root) + "\n");
            Files.move(aside, notebook, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (JsonProcessingException e) {
            throw new UserError(notebook + " is no notebook: " + e.getOriginalMessage() + "; expected JSON", e);
        } catch (IOException e) {
            throw new UserError(notebook + " cannot be saved (" + e + "); expected a writable file", e);
        }
    }

    private static void removeLibrary(ArrayNode outputs) {
        String library = new PlotlyLibrary().toString();
        for (Iterator<JsonNode> each = outputs.elements(); each.hasNext(); ) {
            if (text(each.next().at("/data/text~1plain")).equals(library)) {
                each.remove();
            }
        }
    }

    /** Text is one string, or a list of lines. */
    private static String text(JsonNode node) {
        StringBuilder text = new StringBuilder(node.asText());
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
