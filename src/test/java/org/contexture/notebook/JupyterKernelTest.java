package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.Programs;
import org.contexture.tensor.JvmFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as Jupyter starts it, in a folder with a space in its name. */
class JupyterKernelTest {
    private static final Path SOURCES = Path.of("src/test/resources/notebook").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment;

    JupyterKernelTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("a folder"));
        environment = Map.of(
                "JUPYTER_PATH", folder + "",
                "JUPYTER_RUNTIME_DIR", folder + "/runtime",
                "JUPYTER_CONFIG_DIR", folder + "/configuration",
                "IPYTHONDIR", folder + "/ipython",
                "PYDEVD_DISABLE_FILE_VALIDATION", "1");
    }

    private JsonNode executed(KernelSpec spec) throws IOException {
        Programs.installed("jupyter-nbconvert");
        spec.write(folder.resolve("kernels"), KernelSpec.NAME);
        Programs.Ended ended = Programs.run(
                folder,
                environment,
                List.of(
                        "jupyter-nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--allow-errors",
                        "--ExecutePreprocessor.timeout=120",
                        "--ExecutePreprocessor.startup_timeout=120",
                        SOURCES + "/kernel.ipynb",
                        "--output-dir",
                        folder + "",
                        "--output",
                        "executed.ipynb"));
        assertEquals(0, ended.code(), ended.errors());
        return new ObjectMapper()
                .readTree(folder.resolve("executed.ipynb").toFile())
                .path("cells");
    }

    private static String text(JsonNode cell, int output, String type) {
        StringBuilder text = new StringBuilder();
        cell.path("outputs").path(output).path("data").path(type).forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static void check(JsonNode cells) {
        JsonNode first = cells.path(0).path("outputs");
        assertEquals(
                "Größe — ∑\n", first.path(0).path("text").path(0).asText(), "nothing on stderr before it: " + first);
        assertEquals("2", text(cells.path(0), 1, "text/plain"));
        assertTrue(text(cells.path(1), 0, "text/html").contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>"));
        assertTrue(text(cells.path(2), 0, "text/html").contains("plotly.js"), "Plotly comes first");
        assertTrue(text(cells.path(2), 1, "text/html").contains("a title with \\\\alpha"), "then the figure");
        assertEquals(
                "In[4], line 3: incompatible types: int cannot be converted to java.lang.String",
                cells.path(3).path("outputs").path(0).path("evalue").asText());
        JsonNode thrown = cells.path(4).path("outputs").path(1);
        assertEquals("ArithmeticException", thrown.path("ename").asText());
        assertEquals(
                "    at In[5], line 2, in f", thrown.path("traceback").path(1).asText());
        assertEquals(
                "UnknownMagic",
                cells.path(5).path("outputs").path(0).path("ename").asText());
        assertEquals("3 Matrix", text(cells.path(6), 0, "text/plain"), "ND4J and Contexture in a cell");
        assertEquals("two", text(cells.path(7), 0, "text/plain"));
        assertEquals("<b>bold</b>", text(cells.path(7), 1, "text/html"));
        assertEquals(1, cells.path(8).path("outputs").size(), "Plotly is sent once");
    }

    @Test
    void aNotebookRunsFromTopToBottom() throws IOException {
        check(executed(KernelSpec.here(System.getenv())));
    }

    @Test
    void aNotebookRunsOnANewerJava() throws IOException {
        assumeTrue(Runtime.version().feature() < 25, "left out, because this is a newer Java");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of("/usr/lib/jvm"), "*-25-*")) {
            var jdks = found.iterator();
            assumeTrue(jdks.hasNext(), "left out, because there is no JDK 25 in /usr/lib/jvm");
            KernelSpec here = KernelSpec.here(System.getenv());
            Path java = jdks.next().resolve("bin/java");
            check(executed(new KernelSpec(java, 25, here.classPath(), List.of(), here.environment())));
        }
    }

    @Test
    void aPageInterruptsCellsAndAsksWhatCouldFollow() throws IOException {
        String python = "/usr/bin/python3"; // Debian's, which has Debian's Jupyter
        boolean client = Files.isExecutable(Path.of(python))
                && Programs.run(folder, Map.of(), List.of(python, "-c", "import jupyter_client"))
                                .code()
                        == 0;
        assumeTrue(client, "left out, because " + python + " has no jupyter_client");
        KernelSpec.here(System.getenv()).write(folder.resolve("kernels"), KernelSpec.NAME);
        Programs.Ended page = Programs.run(folder, environment, List.of(python, SOURCES + "/page.py"));
        assertEquals(0, page.code(), page.errors());
        assertEquals(
                """
                waiting Interrupted 42
                busy Interrupted 42
                printing Interrupted 42
                completion ['isBlank()'] 23 27
                inspection True True
                completeness incomplete '    '
                unended no line end
                run all RuntimeException 42
                """,
                page.output()
                        .lines()
                        .filter(line -> !JvmFlags.isNotice(line)) // the kernel's JVM, on the terminal
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        assertFalse(page.errors().contains("java"), page.errors());
    }
}
