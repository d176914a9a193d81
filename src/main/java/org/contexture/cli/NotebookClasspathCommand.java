package org.contexture.cli;

import java.io.File;
import org.contexture.notebook.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code contexture notebook classpath}: what other Java kernels need to see Contexture. */
@Command(
        name = "classpath",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the class path for other Java kernels: what JJAVA_CLASSPATH and IJAVA_CLASSPATH are set to."
                    + " What such a kernel brings itself is left out."
        },
        footer = {"", "Examples:", "  export JJAVA_CLASSPATH=$(contexture notebook classpath)"})
final class NotebookClasspathCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        String files = String.join(
                File.pathSeparator,
                KernelSpec.here(System.getenv()).classPathForOthers().stream()
                        .map(String::valueOf)
                        .toList());
        spec.commandLine().getOut().println(files);
        spec.commandLine().getOut().flush();
    }
}
