package org.holdfast.launcher.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.StartFailure;

/** Changes {@code config/holdfast.properties} and leaves everything else in it, above all its comments, as it is. */
final class SettingsFile {
    private final Path path;

    /**
     * Names the file.
     *
     * @param path the file; need not exist
     */
    SettingsFile(Path path) {
        this.path = path;
    }

    /**
     * Writes settings. A line that sets a key is replaced, else the line that shows its default, else it is added.
     *
     * @param values values by setting; an empty one takes the setting out
     */
    void write(Map<Setting, String> values) {
        try {
            List<String> lines = Files.exists(path)
                    ? new ArrayList<>(Files.readAllLines(path, StandardCharsets.UTF_8))
                    : new ArrayList<>();
            values.forEach((setting, value) -> set(lines, setting.key(), value));
            Path unfinished = path.resolveSibling(path.getFileName() + ".part");
            if (Files.exists(path)) {
                // With the rights that the administrator gave the file.
                Files.copy(path, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.write(unfinished, lines, StandardCharsets.UTF_8);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.settingsWrite", path);
        }
    }

    private static void set(List<String> lines, String key, String value) {
        String line = value.isEmpty() ? "#" + key + "=" : key + "=" + value.replace("\\", "\\\\");
        int place = find(lines, Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:].*"));
        if (place < 0) {
            place = find(lines, Pattern.compile("\\s*#\\s*" + Pattern.quote(key) + "\\s*[=:].*"));
        }
        if (place >= 0) {
            if (!value.isEmpty() || !lines.get(place).strip().startsWith("#")) {
                lines.set(place, line);
            }
        } else if (!value.isEmpty()) {
            lines.add(line);
        }
    }

    private static int find(List<String> lines, Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }
}
