package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has got what is noted, told to the person it is about, sealed, and erased with them. */
class ProgrammeRightsTest {
    private static final String ACTIONS = ",\"actions\":[{\"kind\":\"pay\",\"title\":\"=A secret raise\","
            + "\"cost\":{\"amount\":1000,\"currency\":\"CNY\"}},"
            + "{\"kind\":\"training\",\"title\":\"Course\",\"each\":false,\"cost\":{\"amount\":500,\"currency\":\"CNY\"}}]";

    @TempDir
    private Path folder;

    private final ProgrammeRoom room = new ProgrammeRoom();
    private final List<UUID> people = room.hire(room.part, 3, ProgrammeRoom.HIRED);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void progressAndCostsAddUpAndWhatIsSaidTwiceCountsOnce() {
        String id = running();
        String raise = get(id).text("actions.0.id");
        assertThat(get(id).text("money.planned.amount")).isEqualTo("3500.0");

        done(id, raise, "\"memberIds\":[\"" + people.get(0) + "\",\"" + people.get(1) + "\"],\"done\":true");
        done(id, raise, "\"memberIds\":[\"" + people.get(0) + "\"],\"done\":true");
        Reply course = done(id, get(id).text("actions.1.id"), "\"done\":true");

        assertThat(course.text("actions.0.done")).isEqualTo("2");
        assertThat(course.text("actions.1.done")).isEqualTo("1");
        assertThat(course.text("money.spent.amount")).isEqualTo("2500.0");
        assertThat(done(id, raise, "\"memberIds\":[\"" + people.get(1) + "\"],\"done\":false")
                        .text("actions.0.done"))
                .isEqualTo("1");
        assertThat(done(id, raise, "\"memberIds\":[\"" + room.head + "\"],\"done\":true")
                        .text("errors.0.field"))
                .as("who does not belong to it")
                .isEqualTo("memberIds");
        room.step(room.hr(), id, "finish");
        assertThat(done(id, raise, "\"done\":true").text("type")).isEqualTo("/problems/programme-state");
    }

    @Test
    void memberWhoLeftStaysOnTheList() throws IOException {
        String id = running();
        room.staff.leaves(people.get(2), LocalDate.of(2026, 2, 1), "voluntary");
        done(id, get(id).text("actions.0.id"), "\"memberIds\":[\"" + people.get(2) + "\"],\"done\":true");

        Reply sheet = room.hr().call("GET", "programmes/" + id + "/cohort/members.xlsx", "");

        Map<String, String> parts = parts(sheet.bytes());
        String words = String.valueOf(parts.get("xl/sharedStrings.xml"));
        assertThat(words)
                .as("nothing runs as a formula")
                .containsAnyOf("&apos;=A secret raise", "'=A secret raise")
                .contains("done")
                .contains(room.staff.people.card(people.get(2)).orElseThrow().name());
        assertThat(String.valueOf(parts.get("xl/worksheets/sheet1.xml"))).doesNotContain("<f>");
    }

    private Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("members.xlsx"), file).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    @Tag("O12")
    void personIsToldOfTheProgrammesTheyBelongToWithoutTheNotesOfHr() {
        String id = running();
        done(id, get(id).text("actions.0.id"), "\"memberIds\":[\"" + people.get(0) + "\"],\"done\":true");
        ProgrammeRecords records = new ProgrammeRecords(room.table);

        assertThat(records.of(Subject.person(room.firm, people.get(0)), "en"))
                .hasSize(2)
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("title", "Track")
                        .containsEntry("startedOn", "2026-01-15"))
                .anySatisfy(item -> assertThat(item.fields()).containsEntry("kind", "pay"))
                .noneSatisfy(item -> assertThat(item.fields()).containsValue("because"));
        assertThat(records.of(Subject.person(room.firm, people.get(1)), "en")).hasSize(1);
        assertThat(records.of(Subject.person(room.firm, room.head), "en")).isEmpty();
    }

    @Test
    @Tag("O20")
    void whatAProgrammeSaysIsSealed() {
        running();

        assertThat(content()).isNotEmpty().noneMatch(row -> row.contains("secret") || row.contains("because"));
    }

    @Test
    @Tag("O14")
    void erasureTakesAPersonOutAndWithTheLastOneWhatIsOver() {
        String id = running();
        erase(people.get(0));

        assertThat(room.hr().call("GET", "programmes/" + id + "/cohort", "").text("total"))
                .isEqualTo("2");
        room.step(room.hr(), id, "finish");
        erase(people.get(1));
        assertThat(room.table.all()).hasSize(1);
        erase(people.get(2));
        assertThat(room.table.all()).isEmpty();
        assertThat(content()).isEmpty();
    }

    /** As long as alerts and what follows from them, by the rule book of the subsidiary. */
    @Test
    @Tag("O14")
    void programmeThatIsOverEndsWithItsPeriodUnlessSomebodysDataAreHeld() {
        String id = running();
        AgedProgrammes aged = new AgedProgrammes(room.world.database);
        LocalDate day = LocalDate.of(2026, 1, 16);
        assertThat(aged.count(room.firm, day, Set.of())).as("it runs").isZero();
        room.step(room.hr(), id, "finish");

        assertThat(aged.count(room.firm, day.minusDays(1), Set.of())).isZero();
        assertThat(aged.delete(room.firm, day, Set.of(people.get(1)))).isZero();
        assertThat(aged.delete(room.firm, day, Set.of(room.head))).isEqualTo(1);
        assertThat(room.table.all()).isEmpty();
        assertThat(content()).isEmpty();
    }

    private String running() {
        String id = room.hr()
                .call("POST", "programmes", room.fields(ProgrammeRoom.in(room.part), ACTIONS))
                .text("id");
        room.step(room.hr(), id, "submit");
        room.step(room.groupHr(), id, "approve");
        room.step(room.hr(), id, "start");
        return id;
    }

    private Reply get(String id) {
        return room.hr().call("GET", "programmes/" + id, "");
    }

    private Reply done(String id, String action, String more) {
        return room.hr()
                .call("POST", "programmes/" + id + "/progress", "{\"actionId\":\"" + action + "\"," + more + "}");
    }

    private void erase(UUID whom) {
        room.world.database.run(connection -> new ProgrammeTraces().erase(connection, Subject.person(room.firm, whom)));
    }

    private List<String> content() {
        return room.world.database.call(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("select content from retention_programme union all"
                            + " select content from programme_member union all select content from programme_step")) {
                while (row.next()) {
                    rows.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return rows;
        });
    }
}
