package org.contexture.experiment.executor;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A running process and its two pipes. */
record Connection(Process process, BufferedReader out, Writer in) {
    static Connection open(Limits limits) throws IOException {
        Process process = new ProcessBuilder(JavaCommand.of(WorkerMain.class, limits))
                .redirectErrorStream(true)
                .start();
        return new Connection(
                process,
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)));
    }

    synchronized void send(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }
}
