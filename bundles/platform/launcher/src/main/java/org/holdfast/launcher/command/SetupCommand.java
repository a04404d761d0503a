package org.holdfast.launcher.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.setup.Answers;
import org.holdfast.launcher.setup.Setup;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The first-run wizard: on a terminal it asks, in a script its options answer. */
@Command(name = "setup", mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {
    private static final int WRONG_USE = 2;
    private static final Map<Setting, String> KEYS = Map.ofEntries(
            Map.entry(Setting.HTTP_HOST, "setup.host"),
            Map.entry(Setting.HTTP_PORT, "setup.port"),
            Map.entry(Setting.DATA_DIRECTORY, "setup.dataDirectory"),
            Map.entry(Setting.KEY_ROOT, "setup.keyRoot"),
            Map.entry(Setting.KEY_PASSPHRASE_FILE, "setup.passphraseFile"),
            Map.entry(Setting.TOKEN_LIBRARY, "setup.tokenLibrary"),
            Map.entry(Setting.TOKEN_SLOT, "setup.tokenSlot"),
            Map.entry(Setting.TOKEN_PIN_FILE, "setup.tokenPinFile"),
            Map.entry(Setting.DATABASE_URL, "setup.databaseUrl"),
            Map.entry(Setting.DATABASE_USER, "setup.databaseUser"),
            Map.entry(Setting.DATABASE_PASSWORD_FILE, "setup.databasePasswordFile"));

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--host")
    private @Nullable String host;

    @Option(names = "--port", converter = PortNumber.class)
    private @Nullable Integer port;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable String passphraseFile;

    @Option(names = "--key-root", paramLabel = "file|pkcs11")
    private @Nullable String keyRoot;

    @Option(names = "--token-library", paramLabel = "FILE")
    private @Nullable String tokenLibrary;

    @Option(names = "--token-slot", paramLabel = "NUMBER")
    private @Nullable String tokenSlot;

    @Option(names = "--token-pin-file", paramLabel = "FILE")
    private @Nullable String tokenPinFile;

    @Option(names = "--database-url", paramLabel = "URL")
    private @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "USER")
    private @Nullable String databaseUser;

    @Option(names = "--database-password-file", paramLabel = "FILE")
    private @Nullable String databasePasswordFile;

    @Option(names = "--non-interactive")
    private boolean silent;

    @Option(names = "--force")
    private boolean force;

    @Override
    public Integer call() {
        Screen screen = installation.screen();
        Map<Setting, String> given = given();
        Answers answers = (setting, proposal) -> Optional.ofNullable(given.get(setting));
        if (!silent) {
            // The start script knows whether somebody can answer; Java tells it differently in each version.
            if (!Boolean.getBoolean("holdfast.interactive")) {
                installation.notes().say("setup.noTerminal");
                return WRONG_USE;
            }
            screen.say("setup.welcome");
            BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            answers = (setting, proposal) -> given.containsKey(setting)
                    ? Optional.of(given.get(setting))
                    : asked(screen, reader, setting, proposal);
        }
        Configuration now = new Setup(installation.home(), answers, Clock.systemUTC()).run(force);
        screen.say("setup.written", now.home().resolve("config").resolve("holdfast.properties"));
        screen.say("setup.administrator", now.dataDirectory().resolve("first-password.txt"));
        screen.say("setup.startWith", now.home().resolve("bin").resolve("holdfast"));
        return 0;
    }

    private Map<Setting, String> given() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        put(given, Setting.HTTP_HOST, host);
        put(given, Setting.HTTP_PORT, port);
        put(given, Setting.DATA_DIRECTORY, installation.options().get(Setting.DATA_DIRECTORY.key()));
        put(given, Setting.KEY_PASSPHRASE_FILE, passphraseFile);
        put(given, Setting.KEY_ROOT, keyRoot);
        put(given, Setting.TOKEN_LIBRARY, tokenLibrary);
        put(given, Setting.TOKEN_SLOT, tokenSlot);
        put(given, Setting.TOKEN_PIN_FILE, tokenPinFile);
        put(given, Setting.DATABASE_URL, databaseUrl);
        put(given, Setting.DATABASE_USER, databaseUser);
        put(given, Setting.DATABASE_PASSWORD_FILE, databasePasswordFile);
        return given;
    }

    private static void put(Map<Setting, String> given, Setting setting, @Nullable Object value) {
        if (value != null) {
            given.put(setting, value.toString());
        }
    }

    private static Optional<String> asked(Screen screen, BufferedReader reader, Setting setting, String proposal) {
        screen.say(KEYS.getOrDefault(setting, setting.key()), proposal.isEmpty() ? "-" : proposal);
        try {
            String line = reader.readLine();
            String answer = line == null ? "" : line.strip();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(answer.equals("-") ? "" : answer);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.interrupted");
        }
    }
}
