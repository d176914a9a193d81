package org.contexture.cli;

import java.nio.file.Path;
import org.contexture.notebook.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code contexture notebook install}: tells Jupyter of the kernel. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Registers the kernel with Jupyter. It runs on the Java that runs this command (17 or later) and on this"
                    + " build of Contexture, so run it again after moving either.",
            "CONTEXTURE_JAVA_OPTIONS, if it is set now, is kept for the kernel."
        },
        footer = {
            "",
            "Examples:",
            "  contexture notebook install",
            "  contexture notebook install --prefix $VIRTUAL_ENV",
            "  JAVA_HOME=/usr/lib/jvm/java-25 contexture notebook install --name java25"
        })
final class NotebookInstallCommand implements Runnable {
    @Mixin
    private KernelPlace place = new KernelPlace();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Path folder = KernelSpec.here(System.getenv()).write(place.kernels(), place.name());
        spec.commandLine()
                .getOut()
                .println("Kernel \"" + place.name() + "\" on Java "
                        + Runtime.version().feature() + ": " + folder);
        spec.commandLine().getOut().flush();
    }
}
