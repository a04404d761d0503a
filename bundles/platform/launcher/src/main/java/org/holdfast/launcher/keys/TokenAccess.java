package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.holdfast.api.protection.RootToken;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;

/** The PKCS#11 token the settings name, and its PIN. */
public final class TokenAccess {
    private static final String IN_TOKEN = "pkcs11";
    private static final String IN_FILE = "file";

    private final Configuration configuration;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     */
    public TokenAccess(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Tells whether new root keys are made in the token.
     *
     * @return whether in a token; else in a file
     * @throws StartFailure where the setting is neither
     */
    public boolean wanted() {
        String place = configuration.text(Setting.KEY_ROOT);
        if (!place.equals(IN_TOKEN) && !place.equals(IN_FILE)) {
            throw new StartFailure("failure.keyRoot", Setting.KEY_ROOT.key(), place);
        }
        return place.equals(IN_TOKEN);
    }

    /**
     * Tells whether the settings name a token at all.
     *
     * @return whether there is a library
     */
    public boolean named() {
        return !configuration.text(Setting.TOKEN_LIBRARY).isEmpty();
    }

    /**
     * Returns the token.
     *
     * @return the token, which need not be there
     * @throws StartFailure where the settings name none, or its slot is no number
     */
    public RootToken token() {
        String slot = configuration.text(Setting.TOKEN_SLOT);
        if (!slot.matches("[0-9]{0,19}")) {
            throw new StartFailure("failure.tokenSlot", Setting.TOKEN_SLOT.key(), slot);
        }
        Path library = configuration
                .path(Setting.TOKEN_LIBRARY)
                .orElseThrow(() -> new StartFailure("failure.tokenLibrary", Setting.TOKEN_LIBRARY.key()));
        return new RootToken(library, slot, configuration.text(Setting.TOKEN_KEY_LABEL));
    }

    /**
     * Returns where the PIN is.
     *
     * @return its file, which need not exist
     */
    public Path pinFile() {
        return configuration
                .path(Setting.TOKEN_PIN_FILE)
                .orElse(configuration.dataDirectory().resolve("keys").resolve("pin"));
    }

    /**
     * Tells why the PIN cannot be used.
     *
     * @return the reason, or empty where it is there and its owner's alone
     */
    public Optional<Message> problem() {
        Path file = pinFile();
        if (!Files.exists(file)) {
            return Optional.of(Message.of("sealed.pinAbsent", file));
        }
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!rights.endsWith("------")) {
                    return Optional.of(Message.of("sealed.pinOpen", file, rights));
                }
            }
            return pin().length == 0 ? Optional.of(Message.of("sealed.pinAbsent", file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Message.of("sealed.pinUnreadable", file));
        }
    }

    /**
     * Reads the PIN; to be called where there is no {@link #problem}.
     *
     * @return the file's first line
     * @throws IOException where it cannot be read
     */
    char[] pin() throws IOException {
        return Files.readString(pinFile(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(line -> line.strip().toCharArray())
                .orElse(new char[0]);
    }
}
