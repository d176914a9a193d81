package org.contexture.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.contexture.setting.UserError;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.jspecify.annotations.Nullable;

/** The program that Jupyter starts for each notebook; see {@link KernelSpec}. */
public final class KernelProgram {
    private KernelProgram() {}

    /**
     * Serves one notebook until Jupyter ends it.
     *
     * @param arguments the file in which Jupyter says where it listens
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        if (arguments.length != 1) {
            throw new UserError("found " + arguments.length + " arguments; expected one, Jupyter's connection file."
                    + " Jupyter starts this kernel itself: ./contexture notebook");
        }
        endWithJupyter(System.getenv("JPY_PARENT_PID"));
        JavaKernel kernel = new JavaKernel();
        kernel.onStartup();
        JupyterConnection connection =
                new OrderlyConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0); // threads that cells have started may still run
    }

    /** A server that was killed cannot end its kernels. */
    private static void endWithJupyter(@Nullable String pid) {
        if (pid != null && pid.matches("[1-9]\\d{0,17}")) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(server -> {
                Thread watch = new Thread(() -> {
                    server.onExit().join();
                    System.exit(1);
                });
                watch.setDaemon(true);
                watch.start();
            });
        }
    }
}
