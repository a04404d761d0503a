package org.holdfast.launcher.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the command line needs to speak to the server that runs on a data directory. Readable by its owner only.
 *
 * @param pid the server's process
 * @param address where it listens
 * @param token the secret of this run
 */
public record RunFile(long pid, String address, String token) {

    static void write(DataDirectory data, String address, String token) {
        String content = "pid=" + ProcessHandle.current().pid() + "\naddress=" + address + "\ntoken=" + token + "\n";
        try {
            // What asked an earlier server to stop does not ask this one.
            Files.deleteIfExists(DataDirectory.stopRequest(data.path()));
            DataDirectory.writePrivate(path(data.path()), content);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.runFileWrite");
        }
    }

    static void delete(DataDirectory data) {
        try {
            Files.deleteIfExists(path(data.path()));
        } catch (IOException e) {
            throw new StartFailure(e, "failure.runFileDelete");
        }
    }

    private static Path path(Path dataDirectory) {
        return dataDirectory.resolve("run").resolve("server.properties");
    }

    /**
     * Finds the server that runs on a data directory.
     *
     * @param dataDirectory the data directory
     * @return what is needed to speak to it, or empty where none runs
     * @throws StartFailure where the file is there but cannot be read
     */
    public static Optional<RunFile> of(Path dataDirectory) {
        Path file = path(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.otherAccount", dataDirectory);
        }
        long pid = Long.parseLong(values.getProperty("pid", "0"));
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return alive
                ? Optional.of(new RunFile(pid, values.getProperty("address", ""), values.getProperty("token", "")))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "server " + pid + " at " + address;
    }
}
