package org.holdfast.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a measured server runs: its port, its folder and its database. */
final class Place {
    @Option(names = "--port", description = "Port of the measured server; default: ${DEFAULT-VALUE}.")
    private int port = 18230;

    @Option(names = "--folder", required = true, description = "Folder for everything that is written; may be deleted.")
    private Path folder = Path.of("");

    @Option(names = "--database-url", description = "An empty PostgreSQL database; default: embedded H2.")
    private @Nullable String url;

    @Option(names = "--database-user", description = "Its user.")
    private String user = "holdfast";

    @Option(names = "--database-password-file", description = "File with the password.")
    private @Nullable Path passwordFile;

    @Option(names = "--database-process", description = "Process id of the PostgreSQL, so that its work is counted.")
    private long databaseProcess;

    /** The built product. */
    static Path image() {
        return Path.of(Objects.requireNonNull(System.getProperty("holdfast.image"), "holdfast.image"));
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder.toAbsolutePath();
    }

    boolean postgres() {
        return url != null;
    }

    String url() {
        return Objects.requireNonNull(url);
    }

    String user() {
        return user;
    }

    Path passwordFile() {
        return Objects.requireNonNull(passwordFile, "--database-password-file").toAbsolutePath();
    }

    Map<String, String> database() {
        Map<String, String> environment = new HashMap<>();
        if (postgres()) {
            environment.put("HOLDFAST_DATABASE_URL", url());
            environment.put("HOLDFAST_DATABASE_USER", user);
            environment.put("HOLDFAST_DATABASE_PASSWORD_FILE", passwordFile().toString());
        }
        return environment;
    }

    /** What the database's own processes have used so far; an embedded one has none. */
    Usage databaseUsage() {
        return databaseProcess > 0 ? Usage.ofFamily(databaseProcess) : new Usage(System.nanoTime(), 0);
    }
}
