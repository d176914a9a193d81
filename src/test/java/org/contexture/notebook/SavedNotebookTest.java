package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedNotebookTest {
    private final Path notebook;

    SavedNotebookTest(@TempDir Path folder) {
        notebook = folder.resolve("a.ipynb");
    }

    private static final String BEFORE =
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "metadata": {},
               "outputs": [
                {
                 "data": {
                  "text/html": [
                   "<script>large</script>"
                  ],
                  "text/plain": [
                   "Plotly 2.35.3"
                  ]
                 },
                 "metadata": {},
                 "output_type": "display_data"
                },
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "dürfen → ok\\n"
                 ]
                }
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4
            }
            """;

    @Test
    void plotlyIsTakenOutAndNothingElseChanges() throws IOException {
        Files.writeString(notebook, BEFORE);
        SavedNotebook.withoutPlotly(notebook);
        int from = BEFORE.indexOf("    {\n     \"data\"");
        int to = BEFORE.indexOf("    {\n     \"name\"");
        assertEquals(BEFORE.substring(0, from) + BEFORE.substring(to), Files.readString(notebook));
    }

    @Test
    void aNotebookWithoutPlotlyStaysByteForByte() throws IOException {
        Path shipped = Path.of("notebooks/04-reproduce.ipynb");
        Files.copy(shipped, notebook);
        SavedNotebook.withoutPlotly(notebook);
        assertEquals(Files.readString(shipped), Files.readString(notebook));
    }

    @Test
    void whatIsNoNotebookIsRefusedAndKept() throws IOException {
        Files.writeString(notebook, "not { json");
        UserError error = assertThrows(UserError.class, () -> SavedNotebook.withoutPlotly(notebook));
        assertTrue(String.valueOf(error.getMessage()).contains("is no notebook"), error.getMessage());
        assertEquals("not { json", Files.readString(notebook));
    }
}
