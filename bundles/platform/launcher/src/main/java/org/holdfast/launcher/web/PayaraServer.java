package org.holdfast.launcher.web;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payara Micro with the core application in it. Every line that knows Payara is in this class, so that another server
 * can take its place.
 */
public final class PayaraServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PayaraServer.class);
    private static final String IMPLEMENTATION = "fish.payara.micro.impl.PayaraMicroImpl";

    private final PayaraMicroBoot server;
    private final Place place;

    private PayaraServer(PayaraMicroBoot server, Place place) {
        this.server = server;
        this.place = place;
    }

    /**
     * Where the server is and what it serves.
     *
     * @param host address to listen on
     * @param port port to listen on
     * @param runtime folder with Payara's unpacked runtime
     * @param instance folder of this process, emptied first: a used one would start the application twice
     * @param application the core application's archive
     * @param https how it speaks HTTPS beside; empty: it does not
     */
    public record Place(
            String host, int port, Path runtime, Path instance, Path application, Optional<HttpsSettings> https) {

        /**
         * Returns the address for people and clients on this machine.
         *
         * @return for example {@code http://127.0.0.1:8080}
         */
        public String address() {
            String name = host.equals("0.0.0.0") ? "127.0.0.1" : host;
            return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    /**
     * Checks that nobody listens on the ports yet.
     *
     * @param place where the server will be
     * @throws StartFailure where a port or an address cannot be had
     */
    public static void checkPort(Place place) {
        checkPort(place.host(), place.port());
        place.https().ifPresent(https -> checkPort(https.host(), https.port()));
    }

    private static void checkPort(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartFailure(e, "failure.addressTaken", host, port);
        }
    }

    /**
     * Starts the server and deploys the core.
     *
     * @param place where it is and what it serves
     * @param database the main database, offered to the core as {@code jdbc/holdfast}
     * @param logging file of logging settings
     * @return the running server
     * @throws StartFailure where it does not start or the core does not deploy
     */
    public static PayaraServer start(Place place, DatabaseAddress database, Path logging) {
        System.setProperty("fish.payara.micro.disablePhoneHome", "true");
        System.setProperty(
                "fish.payara.micro.BootJar",
                place.runtime().resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", place.runtime().toString());
        try {
            prepare(place);
            PayaraMicroBoot server = (PayaraMicroBoot)
                    Class.forName(IMPLEMENTATION).getMethod("getInstance").invoke(null);
            server.setNoHazelcast(true);
            server.setPrintLogo(false);
            server.setHttpPort(place.port());
            server.setRootDir(place.instance().toFile());
            server.setLogPropertiesFile(logging.toFile());
            server.setPreBootHandler(runner -> configure(runner, place, database));
            server.addDeployment(place.application().toString());
            server.bootStrap();
            PayaraServer started = new PayaraServer(server, place);
            started.probe();
            return started;
        } catch (IOException | ReflectiveOperationException | BootstrapException e) {
            throw new StartFailure(e, "failure.applicationServer");
        }
    }

    /** The runtime stays where it was unpacked; the domain's own files are copied fresh for each process. */
    private static void prepare(Place place) throws IOException {
        DataDirectory.deleteTree(place.instance());
        Files.createDirectories(place.instance());
        for (String folder : List.of("config", "docroot", "lib")) {
            DataDirectory.copyTree(
                    place.runtime().resolve(folder), place.instance().resolve(folder));
        }
        if (place.https().isPresent()) {
            HttpsListener.forgetNickname(place.instance().resolve("config").resolve("domain.xml"));
        }
    }

    private static void configure(AdminCommandRunner runner, Place place, DatabaseAddress database) {
        String properties = "url=" + escaped(database.url()) + ":user=" + escaped(database.user()) + ":password="
                + escaped(database.password());
        run(
                runner,
                "create-jdbc-connection-pool",
                "--datasourceclassname",
                database.isEmbedded() ? "org.h2.jdbcx.JdbcDataSource" : "org.postgresql.ds.PGSimpleDataSource",
                "--restype",
                "javax.sql.DataSource",
                "--steadypoolsize",
                "2",
                "--maxpoolsize",
                "24",
                // After the database was away, as for its own restart, the pool's connections are dead: try before use.
                // By reading a table of one row: after a full disk H2's dead connections still say that they are valid.
                "--isconnectvalidatereq=true",
                "--validationmethod=table",
                "--validationtable=databasechangeloglock",
                // Every call of a wrapped result set, three for each row, goes through a dynamic proxy.
                "--wrapjdbcobjects=false",
                "--property",
                properties,
                "holdfast");
        run(runner, "create-jdbc-resource", "--connectionpoolid", "holdfast", "jdbc/holdfast");
        // Health and API description are the core's own.
        run(runner, "set-microprofile-healthcheck-configuration", "--enabled=false");
        run(runner, "set-openapi-configuration", "--enabled=false");
        run(runner, "set-batch-runtime-configuration", "--datasourcelookupname", "jdbc/holdfast");
        run(
                runner,
                "set",
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                        + place.host());
        place.https()
                .ifPresent(https ->
                        HttpsListener.values(https).forEach((name, value) -> run(runner, "set", name + "=" + value)));
    }

    private static void run(AdminCommandRunner runner, String command, String... arguments) {
        ClusterCommandResult result = runner.run(command, arguments);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            // The output may repeat the arguments, and so the database's password: it is not shown.
            throw new StartFailure(result.getFailureCause(), "failure.applicationServerSetting", command);
        }
    }

    /** The separators of the server's property lists have to be escaped. */
    private static String escaped(String value) {
        return value.replaceAll("([:;=\\\\])", "\\\\$1");
    }

    /** The server also comes up when the application in it does not: ask the application itself. */
    private void probe() throws IOException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(place.address() + "/health/live"))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                close();
                throw new StartFailure("failure.coreNotDeployed", status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.shutdown();
        } catch (BootstrapException e) {
            throw new StartFailure(e, "failure.applicationServerStop");
        } catch (IllegalStateException e) {
            // It hears of the end of the process by itself and may have been sooner; what else is to be closed still
            // is.
            LOG.debug("The application server had stopped before", e);
        }
    }
}
