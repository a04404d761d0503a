package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.holdfast.launcher.config.FieldTable.Field;
import org.holdfast.launcher.config.FieldTable.Word;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of fields: what ships, what a firm may change, and what keeps a server from starting. */
class FieldTableTest {
    private static final Path CONFIG = Path.of("../../../config");

    @TempDir
    Path data;

    private String fields;
    private String roles;

    @BeforeEach
    void readWhatShips() throws IOException {
        fields = Files.readString(CONFIG.resolve("fields.csv"));
        roles = Files.readString(CONFIG.resolve("roles.csv"));
    }

    @Test
    void withoutAnOwnTableTheOneThatShipsCounts() {
        assertThat(FieldTable.read(data)).isEqualTo(FieldTable.of(fields, roles));
        assertThat(words(FieldTable.read(data), "pay"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("groupHr", Word.PEOPLE, "subsidiaryHr", Word.PEOPLE));
    }

    @Test
    void anOwnTableInTheDataDirectoryReplacesIt() throws IOException {
        Path own = Files.createDirectories(data.resolve("config")).resolve("fields.csv");
        Files.writeString(own, fields.replace("pay,employees:readPay,people,people", "pay,employees:readPay,named,"));

        assertThat(words(FieldTable.read(data), "pay"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("groupHr", Word.NAMED));
    }

    @Test
    void anOwnTableOfRolesIsReadWithIt() throws IOException {
        Path own = Files.createDirectories(data.resolve("config")).resolve("roles.csv");
        Files.writeString(own, roles.replace("reach,people,people,line", "reach,people,line,line"));

        assertThatThrownBy(() -> FieldTable.read(data))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.sentence().key()).isEqualTo("failure.fieldsReach"))
                .hasMessageContaining("subsidiaryHr");
    }

    @Test
    void aWrongTableIsNoTable() {
        fails(fields.replace("\npay,", "\npays,"), "fieldsLine", "pays");
        fails(fields + "pay,employees:readPay" + ",".repeat(14), "fieldsLine", "pay");
        fails(fields.replaceAll("(?m)^pay,.*\n", ""), "fieldsMissing", "pay");
        fails(fields.replace(",groupHr,", ",boss,"), "fieldsHead", "groupHr");
        fails(fields.replace(",dpo,auditor,", ",auditor,dpo,"), "fieldsHead", "dpo");
        fails(fields.replace("pay,employees:readPay", "pay,employees:readSalary"), "fieldsPermission", "readSalary");
        fails(fields.replace("pay,employees:readPay", "pay,reach"), "fieldsPermission", "reach");
        fails(fields.replace("pay,employees:readPay,people,", "pay,employees:readPay,all,"), "fieldsWord", "all");
        fails(fields.replace("pay,employees:readPay,people,", "pay,employees:readPay,sent,"), "fieldsWord", "sent");
        fails(fields.replace("files,imports:write,sent", "files,imports:write,people"), "fieldsWord", "files");
        fails(fields.replaceAll("(?m)^(pay,.*),$", "$1"), "fieldsCells", "pay");
        fails("# nothing\n", "fieldsFile", "config/fields.csv");
    }

    @Test
    void nobodyIsToldMoreThanTheRoleReaches() {
        fails(
                fields.replace("band,risk:readBand,people,people,line", "band,risk:readBand,people,people,people"),
                "fieldsReach",
                "lineManager");
        fails(
                fields.replace("band,risk:readBand,people,people,line", "band,risk:readBand,people,people,named"),
                "fieldsReach",
                "lineManager");
        fails(
                fields.replace("band,risk:readBand,people,people,line,", "band,risk:readBand,people,people,line,line"),
                "fieldsReach",
                "employee");
    }

    private void fails(String table, String key, String about) {
        assertThat(table).as("the test changes the table").isNotEqualTo(fields);
        assertThatThrownBy(() -> FieldTable.of(table, roles))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.sentence().key()).isEqualTo("failure." + key))
                .hasMessageContaining(about);
    }

    private static Map<String, Word> words(FieldTable table, String name) {
        return table.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::words)
                .findFirst()
                .orElseThrow();
    }
}
