package org.holdfast.testkit.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.api.protection.RootToken;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 token made of files, by SoftHSM 2, for tests. Nothing is left out where SoftHSM is not installed: the test fails
 * and says how to install it.
 *
 * @param library SoftHSM's library
 * @param slot number of the token's slot
 * @param folder where configuration and token lie
 */
public record SoftToken(Path library, String slot, Path folder) {
    /** Opens the token. */
    public static final String PIN = "2468013579";

    private static final String CONFIGURATION = "SOFTHSM2_CONF";
    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/lib64/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    private static @Nullable SoftToken ofThisProcess;

    /**
     * Returns the token of this process. There is one, because the library reads its configuration once: tests keep apart by
     * the labels of their keys. The build names the configuration's file in the variable {@code SOFTHSM2_CONF}.
     *
     * @return the token
     */
    public static synchronized SoftToken ofThisProcess() {
        SoftToken made = ofThisProcess;
        if (made == null) {
            String configuration = System.getenv(CONFIGURATION);
            if (configuration == null) {
                throw new AssertionError(
                        "The variable SOFTHSM2_CONF names no file for this process: set it where the build runs the tests");
            }
            made = in(Objects.requireNonNull(
                    Path.of(configuration).toAbsolutePath().getParent()));
            ofThisProcess = made;
        }
        return made;
    }

    /**
     * Makes a token of its own in a folder, for a server in a process of its own.
     *
     * @param folder where to make it; what was there of an earlier one is left beside it
     * @return the token
     */
    public static SoftToken in(Path folder) {
        Path library = LIBRARIES.stream()
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("SoftHSM is not installed: apt-get install softhsm2"));
        try {
            Files.createDirectories(folder);
            Path tokens = Files.createTempDirectory(folder, "tokens");
            Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            return new SoftToken(library, initialised(folder), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String initialised(Path folder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                "softhsm2-util", "--init-token", "--free", "--label", "holdfast", "--pin", PIN, "--so-pin", PIN);
        command.environment().put(CONFIGURATION, folder.resolve("softhsm2.conf").toString());
        command.redirectErrorStream(true);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher slot = SLOT.matcher(said);
        if (!slot.find()) {
            throw new AssertionError("softhsm2-util made no token: " + said);
        }
        return slot.group(1);
    }

    /**
     * Returns what a server in a process of its own needs to see the token.
     *
     * @return environment variables
     */
    public Map<String, String> environment() {
        return Map.of(CONFIGURATION, folder.resolve("softhsm2.conf").toString());
    }

    /**
     * Returns where keys of a label are.
     *
     * @param keyLabel the label
     * @return the place
     */
    public RootToken place(String keyLabel) {
        return new RootToken(library, slot, keyLabel);
    }

    /**
     * Returns the PIN, to be wiped by whoever takes it.
     *
     * @return the PIN
     */
    public static char[] pin() {
        return PIN.toCharArray();
    }
}
