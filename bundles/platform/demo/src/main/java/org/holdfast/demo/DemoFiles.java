package org.holdfast.demo;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The open files of one demo group; rows go straight through. */
final class DemoFiles implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Map<DemoFile, Output> outputs = new EnumMap<>(DemoFile.class);

    DemoFiles(Path directory, boolean compressed) throws IOException {
        Files.createDirectories(directory);
        for (DemoFile file : DemoFile.values()) {
            Output output = new Output(directory.resolve(file.fileName(compressed)), compressed);
            outputs.put(file, output);
            output.writer.append(file.header()).append("\r\n");
        }
    }

    /** Writes the rows and empties their buffer. */
    void write(DemoFile file, RowText rows) throws IOException {
        Output output = output(file);
        output.writer.append(rows.text());
        output.rows += rows.rows();
        rows.clear();
    }

    List<WrittenFile> written() {
        List<WrittenFile> written = new ArrayList<>();
        outputs.forEach((file, output) -> written.add(new WrittenFile(file, output.path, output.rows)));
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        for (Output output : outputs.values()) {
            output.writer.close();
        }
    }

    private Output output(DemoFile file) {
        Output output = outputs.get(file);
        if (output == null) {
            throw new IllegalStateException("File " + file + " is not open");
        }
        return output;
    }

    private static final class Output {
        private final Path path;
        private final Writer writer;
        private long rows;

        Output(Path path, boolean compressed) throws IOException {
            this.path = path;
            OutputStream bytes = Files.newOutputStream(path);
            this.writer = new BufferedWriter(
                    new OutputStreamWriter(compressed ? new FastGzip(bytes) : bytes, StandardCharsets.UTF_8), BUFFER);
        }
    }

    /** Gzip at its fastest level: the generator shall not wait for the compressor. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
