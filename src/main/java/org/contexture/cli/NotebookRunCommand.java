package org.contexture.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.contexture.notebook.Jupyter;
import org.contexture.notebook.KernelSpec;
import org.contexture.notebook.SavedNotebook;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contexture notebook run}: executes notebooks from top to bottom. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Executes notebooks from top to bottom with Contexture's kernel and saves them with what they show: in place and"
                    + " without Plotly itself (1.4 MB each), so that charts are images wherever the file is looked at; or into"
                    + " another folder, whole. A cell that fails ends it, with exit code 1."
        },
        footer = {
            "",
            "Examples:",
            "  contexture notebook run notebooks/01-quickstart.ipynb",
            "  contexture notebook run notebooks/*.ipynb --out /tmp/pages --html"
        })
final class NotebookRunCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "Files *.ipynb.")
    private List<Path> notebooks = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "A folder for what was executed; the notebooks stay.")
    private @Nullable Path out;

    @Option(names = "--html", description = "With --out: pages of HTML beside the notebooks.")
    private boolean html;

    @Override
    public Integer call() {
        if (html && out == null) {
            throw new UserError("--html has no folder to write to; expected --out DIR beside it");
        }
        for (Path notebook : notebooks) {
            if (!Files.isRegularFile(notebook)) {
                throw new UserError(
                        notebook + " is no file; expected a notebook, such as notebooks/01-quickstart.ipynb");
            }
        }
        Jupyter jupyter = new Jupyter(System.getenv());
        KernelSpec kernel = KernelSpec.here(System.getenv());
        for (Path notebook : notebooks) {
            int code = execute(jupyter, kernel, notebook);
            if (code != 0) {
                return Main.FAILED_TRIALS;
            }
        }
        return 0;
    }

    private int execute(Jupyter jupyter, KernelSpec kernel, Path notebook) {
        Path folder = out;
        List<String> command = new ArrayList<>(List.of(
                jupyter.converter().toString(),
                "--to",
                "notebook",
                "--execute",
                "--ExecutePreprocessor.timeout=-1",
                "--ExecutePreprocessor.record_timing=False",
                notebook.toString()));
        command.addAll(folder == null ? List.of("--inplace") : List.of("--output-dir", folder.toString()));
        int code = jupyter.run(command, kernel);
        if (code != 0) {
            return code;
        }
        if (folder == null) {
            SavedNotebook.withoutPlotly(notebook);
            return 0;
        }
        return html ? convert(jupyter, kernel, folder.resolve(String.valueOf(notebook.getFileName()))) : 0;
    }

    private static int convert(Jupyter jupyter, KernelSpec kernel, Path executed) {
        return jupyter.run(List.of(jupyter.converter().toString(), "--to", "html", executed.toString()), kernel);
    }
}
