package org.contexture.experiment.trial;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.contexture.experiment.WholeFile;
import org.contexture.training.CheckpointInput;
import org.contexture.training.CheckpointOutput;
import org.contexture.training.Trainer;

/**
 * What an interrupted trial goes on from, as one file: its identity, the lines of its epochs, what it has cost so far, the
 * trainer's state, a checksum.
 *
 * @param epochs lines of metrics.jsonl
 * @param trainedTokens target tokens trained on
 * @param seconds of training
 */
record Checkpoint(List<String> epochs, long trainedTokens, double seconds) {
    private static final long MAGIC = 0x434f4e5445585431L; // CONTEXT1

    Checkpoint {
        epochs = List.copyOf(epochs);
    }

    void write(Path file, String identity, Trainer trainer) {
        WholeFile.write(file, out -> {
            CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
            write(checked, identity, trainer);
            new DataOutputStream(out).writeLong(checked.getChecksum().getValue());
        });
    }

    private void write(OutputStream out, String identity, Trainer trainer) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(MAGIC);
        data.writeUTF(identity);
        data.writeInt(epochs.size());
        for (String line : epochs) {
            data.writeUTF(line);
        }
        data.writeLong(trainedTokens);
        data.writeDouble(seconds);
        trainer.save(new CheckpointOutput(data));
        data.flush();
    }

    /**
     * Puts a trainer where the file's was.
     *
     * @throws IOException if the file is damaged, or of another trial; the trainer may be of no use then
     */
    static Checkpoint read(Path file, String identity, Trainer trainer) throws IOException {
        check(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readLong() != MAGIC || !in.readUTF().equals(identity)) {
                throw new StreamCorruptedException("it is of another trial or another version");
            }
            List<String> epochs = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                epochs.add(in.readUTF());
            }
            Checkpoint checkpoint = new Checkpoint(epochs, in.readLong(), in.readDouble());
            trainer.load(new CheckpointInput(in));
            return checkpoint;
        }
    }

    /** Before anything is believed: the checksum at the end is that of all before it. */
    private static void check(Path file) throws IOException {
        long size = Files.size(file) - Long.BYTES;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
            if (size < 0 || checked.skip(size) != size) {
                throw new StreamCorruptedException("it is cut off");
            }
            long found = checked.getChecksum().getValue();
            if (new DataInputStream(in).readLong() != found) {
                throw new StreamCorruptedException("its checksum is wrong");
            }
        }
    }
}
