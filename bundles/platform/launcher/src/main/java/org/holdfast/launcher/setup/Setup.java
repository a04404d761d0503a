package org.holdfast.launcher.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.TokenAccess;
import org.holdfast.launcher.keys.TokenRoots;
import org.holdfast.launcher.start.StartFailure;

/** Asks for what a server needs, tries database and token, and writes the settings file. */
public final class Setup {
    private static final List<Setting> ALWAYS =
            List.of(Setting.HTTP_HOST, Setting.HTTP_PORT, Setting.DATA_DIRECTORY, Setting.KEY_ROOT);
    private static final List<Setting> OF_TOKEN =
            List.of(Setting.TOKEN_LIBRARY, Setting.TOKEN_SLOT, Setting.TOKEN_PIN_FILE);
    private static final List<Setting> OF_DATABASE = List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD_FILE);
    private static final int HIGHEST_PORT = 65_535;
    private static final int SECONDS = 10;

    private final Path home;
    private final Answers answers;
    private final Consumer<Configuration> tryToken;

    /**
     * Names the installation.
     *
     * @param home the folder the product is installed in
     * @param answers answers the questions
     * @param clock the time, for the bundle that tries a token
     */
    public Setup(Path home, Answers answers, Clock clock) {
        this(home, answers, configuration -> tryToken(configuration, clock));
    }

    Setup(Path home, Answers answers, Consumer<Configuration> tryToken) {
        this.home = home;
        this.answers = answers;
        this.tryToken = tryToken;
    }

    /** A token that does not let us in now would let nobody in at the first start. */
    private static void tryToken(Configuration configuration, Clock clock) {
        // Where no library is named, no bundle is needed to say so.
        String library = new TokenAccess(configuration).token().library().toString();
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, clock)) {
            KeyRing ring = bundles.first(KeyRing.class).orElseThrow(() -> new StartFailure("sealed.noKeyRing"));
            new TokenRoots(configuration).usable(ring).ifPresent(problem -> {
                throw new StartFailure("failure.setupToken", problem, library);
            });
        }
    }

    /**
     * Asks, tries and writes.
     *
     * @param force whether to change the settings of an installation that holds data
     * @return the settings as they are now
     * @throws StartFailure where there is data already, an answer is of no use, or the database does not open
     */
    public Configuration run(boolean force) {
        Configuration before = Configuration.read(home, Map.of(), Map.of());
        refuseFilled(before, force);
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        ALWAYS.forEach(setting -> ask(setting, before, given));
        boolean token = new TokenAccess(before.with(given)).wanted();
        (token ? OF_TOKEN : List.of(Setting.KEY_PASSPHRASE_FILE)).forEach(setting -> ask(setting, before, given));
        ask(Setting.DATABASE_URL, before, given);
        if (!given.getOrDefault(Setting.DATABASE_URL, before.text(Setting.DATABASE_URL))
                .isEmpty()) {
            OF_DATABASE.forEach(setting -> ask(setting, before, given));
        }
        Configuration after = before.with(given);
        after.number(Setting.HTTP_PORT, 1, HIGHEST_PORT);
        refuseFilled(after, force);
        tryDatabase(after);
        if (token) {
            tryToken.accept(after);
        }
        new SettingsFile(home.resolve("config").resolve("holdfast.properties")).write(given);
        return after;
    }

    private void ask(Setting setting, Configuration before, Map<Setting, String> given) {
        answers.ask(setting, before.text(setting)).ifPresent(answer -> given.put(setting, answer.strip()));
    }

    private static void refuseFilled(Configuration configuration, boolean force) {
        Path database = configuration.dataDirectory().resolve("database");
        if (!force && (Files.exists(RootKey.file(configuration)) || Files.exists(database))) {
            throw new StartFailure("failure.setUpAlready", configuration.dataDirectory());
        }
    }

    private static void tryDatabase(Configuration configuration) {
        DatabaseAddress address = DatabaseAddress.main(configuration);
        if (address.isEmbedded()) {
            return;
        }
        DriverManager.setLoginTimeout(SECONDS);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            if (!connection.isValid(SECONDS)) {
                throw new StartFailure("failure.databaseSilent");
            }
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }
}
