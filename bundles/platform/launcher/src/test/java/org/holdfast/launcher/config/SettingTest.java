package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings file that is shipped describes exactly the settings there are. */
class SettingTest {
    private static final Path SHIPPED = Path.of("../../../config/holdfast.properties");
    private static final Pattern LINE = Pattern.compile("#?(holdfast\\.[a-z0-9.-]+)=(.*)");

    @Test
    void shippedFileListsEverySettingWithItsDefault() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(SHIPPED)) {
            Matcher setting = LINE.matcher(line);
            if (setting.matches()) {
                listed.put(setting.group(1), setting.group(2));
            }
        }

        assertThat(listed).isEqualTo(new TreeMap<>(Setting.defaults()));
    }
}
