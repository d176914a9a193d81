package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Finding and starting a Jupyter that only pretends. */
@DisabledOnOs(OS.WINDOWS)
class JupyterTest {
    private final Path folder;

    JupyterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Jupyter jupyter() {
        return new Jupyter(Map.of("PATH", "/nowhere:" + folder, "XDG_DATA_HOME", "/data"));
    }

    @Test
    void whereThereIsNoneTheUserLearnsHowToInstallIt() {
        UserError missing = assertThrows(UserError.class, () -> jupyter().program(null));
        String message = String.valueOf(missing.getMessage());
        assertTrue(message.contains("neither jupyter-lab nor jupyter-notebook on the PATH"), message);
        assertTrue(message.contains("apt-get install jupyter-notebook") && message.contains("pip install"), message);
    }

    @Test
    void theLabComesFirstUnlessTheOtherIsWanted() throws IOException {
        Path notebook = program("jupyter-notebook", "");
        assertEquals(notebook, jupyter().program(null));
        assertThrows(UserError.class, () -> jupyter().program(Jupyter.Interface.LAB));
        Path lab = program("jupyter-lab", "");
        assertEquals(lab, jupyter().program(null));
        assertEquals(notebook, jupyter().program(Jupyter.Interface.NOTEBOOK));
    }

    @Test
    void kernelsAreWhereJupyterSaysOrElseWhereItsDocumentationDoes() throws IOException {
        if (OS.LINUX.isCurrentOs()) {
            assertEquals(Path.of("/data/jupyter/kernels"), jupyter().kernels(null));
        }
        assertEquals(Path.of("/venv/share/jupyter/kernels"), jupyter().kernels(Path.of("/venv")));
        program("jupyter", "echo '/said so'; echo noise >&2");
        assertEquals(Path.of("/said so/kernels"), jupyter().kernels(null));
        program("jupyter", "exit 1");
        if (OS.LINUX.isCurrentOs()) {
            assertEquals(Path.of("/data/jupyter/kernels"), jupyter().kernels(null));
        }
    }

    @Test
    void jupyterIsStartedOnTheFolderWithOurKernelsFirst() throws IOException {
        Path notebook = program(
                "jupyter-notebook",
                "echo \"$*\" >'" + folder + "/started'; echo \"$JUPYTER_PATH\" >>'" + folder
                        + "/started'; cat \"${JUPYTER_PATH%%:*}/kernels/java/kernel.json\" >'" + folder
                        + "/spec'; exit 3");
        KernelSpec kernel = KernelSpec.here(Map.of());
        assertEquals(3, jupyter().show(notebook, Path.of("/my books"), kernel, List.of("--no-browser")));
        List<String> started = Files.readAllLines(folder.resolve("started"));
        assertEquals("/my books --no-browser", started.get(0));
        assertTrue(Files.readString(folder.resolve("spec")).contains("org.contexture.notebook.KernelProgram"));
        assertFalse(Files.exists(Path.of(started.get(1).split(":", 2)[0])), "nothing stays");
    }
}
