package org.contexture.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.contexture.notebook.Jupyter;
import org.contexture.notebook.KernelSpec;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contexture notebook}: Jupyter with a Java kernel that has Contexture on its class path. */
@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Jupyter on a folder of notebooks, with a Java kernel that has Contexture, Tablesaw and ND4J on its class"
                    + " path. Nothing is installed. Ctrl-C ends it."
        },
        subcommands = {
            NotebookRunCommand.class,
            NotebookInstallCommand.class,
            NotebookUninstallCommand.class,
            NotebookClasspathCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  contexture notebook",
            "  contexture notebook my-notebooks -- --no-browser --port 9000",
            "  contexture notebook run notebooks/*.ipynb    keeps what they show",
            "  contexture notebook install                  for every Jupyter of yours",
            "  contexture notebook install --prefix .venv   for one Python environment"
        })
final class NotebookCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "[DIR] [-- OPTION...]",
            hideParamSyntax = true,
            description = "The folder (default: Contexture's notebooks/), and options for Jupyter.")
    private List<String> words = List.of();

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description = "lab or notebook (default: JupyterLab if it is installed).")
    private Jupyter.@Nullable Interface shown;

    @Override
    public Integer call() {
        List<String> options = new ArrayList<>(words);
        Path folder = options.isEmpty() || options.get(0).startsWith("-")
                ? ownNotebooks()
                : Path.of(options.remove(0)).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + " is no folder; expected one of notebooks");
        }
        Jupyter jupyter = new Jupyter(System.getenv());
        Path program = jupyter.program(shown);
        return jupyter.show(program, folder, KernelSpec.here(System.getenv()), options);
    }

    /** Those that came with Contexture; the current folder where they are not. */
    private static Path ownNotebooks() {
        Path own = Path.of(System.getenv().getOrDefault("CONTEXTURE_HOME", "")).resolve("notebooks");
        return (Files.isDirectory(own) ? own : Path.of("")).toAbsolutePath();
    }
}
