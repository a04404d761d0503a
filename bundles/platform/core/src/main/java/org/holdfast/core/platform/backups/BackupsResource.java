package org.holdfast.core.platform.backups;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.DatabaseFailure;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.launcher.host.Host;

/**
 * Copies the embedded databases while they are in use, which nobody but this process can. For the command line on this
 * machine, which puts the copies into a backup.
 */
@jakarta.ws.rs.Path("backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BackupsResource {
    @Inject
    private Host host;

    @Resource(lookup = RestBeans.DATABASE)
    private DataSource database;

    /**
     * Two copies.
     *
     * @param data copy of the main database, as a path in the data directory
     * @param keys copy of the wrapped keys, taken after that of the data, as a path in the data directory
     */
    @TellsNothing
    public record Copies(String data, String keys) {}

    /**
     * Copies the embedded databases into files that only the server's account may read. The caller removes them.
     *
     * @return where they are
     */
    @POST
    @Permitted("backups:write")
    @Operation(summary = "Copies the embedded databases, for the command line on this machine; 404 on PostgreSQL")
    public Copies copy() {
        Path folder = host.dataDirectory().resolve("run").resolve("copies");
        String id = UUID.randomUUID().toString();
        Path data = folder.resolve(id + ".data");
        Path keys = folder.resolve(id + ".keys");
        try {
            // Under run/, which belongs to the server's account alone.
            Files.createDirectories(folder);
            copy(database, data);
            copy(host.keyStore(), keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The copies cannot be written to " + folder, e);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return new Copies(relative(data), relative(keys));
    }

    /**
     * When a backup was noted.
     *
     * @param at the moment
     */
    @TellsNothing
    public record Noted(OffsetDateTime at) {}

    /**
     * Takes note that the command line copies the database by its own programs, as it does on PostgreSQL: nothing else would
     * stand in the audit log.
     *
     * @return when
     */
    @POST
    @jakarta.ws.rs.Path("external")
    @Permitted("backups:write")
    @Operation(summary = "Notes in the audit log that the command line makes a backup by the database's own programs")
    public Noted external() {
        return new Noted(host.clock().instant().atOffset(ZoneOffset.UTC));
    }

    private static void copy(DataSource source, Path target) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
                throw RestException.notFound();
            }
            try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, target.toString());
                backup.execute();
            }
        }
    }

    private String relative(Path file) {
        return host.dataDirectory().relativize(file).toString().replace('\\', '/');
    }
}
