package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files stay with the talk they were added to, for those who may read it. */
class AttachmentsTest {
    private static final String TALK = "{\"key\":\"%s\",\"heldOn\":\"2026-11-25\",\"intent\":\"confirmed\"}";
    private static final String MINUTES = "%PDF-1.7 what both have signed";
    private static final String NAME = "王芳 谈话纪要.pdf";

    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final UUID head = room.world.staff.hire(firm, null);
    private final UUID boss = room.world.staff.hire(firm, head);
    private final UUID person = room.world.staff.hire(firm, boss);
    private final MemoryServer hr = room.hr("hr", firm, null);
    private final MemoryServer superior = room.superior(boss);
    private String path = "";

    @BeforeEach
    void deliver() {
        UUID id = caseOf();
        path = "cases/" + id;
        room.at("2026-11-25T08:00:00Z");
    }

    private UUID caseOf() {
        var alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
        return room.of(alert).id();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void fileOfASuperiorsTalkIsReadByThemAndByHrAsItWasSent() {
        String talk = talk(superior);

        Reply added = add(superior, talk, NAME, MINUTES);

        assertThat(added.status()).as(added.body()).isEqualTo(204);
        Reply seen = hr.call("GET", path, "");
        assertThat(seen.text("talks.0.attachments.0.name")).isEqualTo(NAME);
        assertThat(seen.text("talks.0.attachments.0.type")).isEqualTo("application/pdf");
        assertThat(seen.text("talks.0.attachments.0.by")).isEqualTo("superior");
        Reply file = get(hr, talk, seen.text("talks.0.attachments.0.id"));
        assertThat(file.body()).isEqualTo(MINUTES);
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment; filename*=UTF-8''")
                .endsWith("%20%E8%B0%88%E8%AF%9D%E7%BA%AA%E8%A6%81.pdf");
    }

    @Test
    void fileOfHrIsNotThereForTheSuperior() {
        String talk = talk(hr);
        add(hr, talk, NAME, MINUTES);
        String file = hr.call("GET", path, "").text("talks.0.attachments.0.id");

        assertThat(superior.call("GET", path, "").body()).doesNotContain("谈话纪要", "attachments\":[");
        assertThat(get(superior, talk, file).status()).isEqualTo(404);
        assertThat(add(superior, talk, NAME, MINUTES).status()).isEqualTo(404);
    }

    @Test
    void fileIsFoundUnderItsOwnTalkAlone() {
        String first = talk(hr);
        String second = talk(hr);
        add(hr, first, NAME, MINUTES);
        String file = hr.call("GET", path, "").text("talks.1.attachments.0.id");

        assertThat(get(hr, first, file).status()).isEqualTo(200);
        assertThat(get(hr, second, file).status()).isEqualTo(404);
        assertThat(get(hr, first, UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void theSameRequestSentTwiceIsTakenOnce() {
        String talk = talk(hr);
        String key = UUID.randomUUID().toString();

        assertThat(send(hr, talk, key, "a.txt", "once").status()).isEqualTo(204);
        assertThat(send(hr, talk, key, "a.txt", "once").status()).isEqualTo(204);
        Reply other = send(hr, talk, key, "a.txt", "something else");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).endsWith("file-key-used");
        assertThat(files()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes.exe|MZ",
                "minutes.pdf|<html><script>alert(1)</script>",
                "minutes.png|%PDF-1.7",
                "minutes|%PDF-1.7",
                ".pdf|%PDF-1.7",
                "minutes.html|<html>",
                "minutes.txt|''"
            })
    void whatIsNoFileOfATalkIsRefusedAndNothingIsKept(String name, String content) {
        String talk = talk(hr);

        Reply reply = add(hr, talk, name, content);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo("file");
        assertThat(files()).isZero();
    }

    @Test
    void whatIsTooLargeOrOneTooManyOrNoFormIsRefused() {
        String talk = talk(hr);

        assertThat(add(hr, talk, "a.txt", "x".repeat(AttachmentForm.LARGEST + 1))
                        .status())
                .isEqualTo(413);
        assertThat(add(hr, talk, "a.txt", "x".repeat(AttachmentForm.LARGEST)).status())
                .isEqualTo(204);
        IntStream.range(1, AttachmentTable.MOST)
                .forEach(i ->
                        assertThat(add(hr, talk, i + ".txt", "x" + i).status()).isEqualTo(204));
        assertThat(add(hr, talk, "eleven.txt", "x").text("errors.0.code")).isEqualTo("manyFiles");
        hr.with("Content-Type", "multipart/form-data; boundary=edge");
        assertThat(hr.call("POST", path + "/talks/" + talk + "/attachments", "cut off")
                        .status())
                .isEqualTo(400);
        assertThat(send(hr, talk, "no key", "a.txt", "x").text("errors.0.field"))
                .isEqualTo("key");
    }

    @Test
    void nothingIsAddedWhereNothingIsRecordedAnyMore() {
        String talk = talk(superior);
        room.world.staff.leaves(person, LocalDate.of(2026, 11, 25), "voluntary");

        assertThat(add(superior, talk, NAME, MINUTES).text("type")).endsWith("case-closed");
    }

    @Test
    void databaseHoldsNothingOfAFileInPlainWordsAndErasureTakesItAway() {
        String talk = talk(superior);
        add(superior, talk, NAME, MINUTES);

        assertThat(cells()).noneMatch(cell -> cell.contains("PDF") || cell.contains("pdf") || cell.contains("signed"));
        assertThat(new CaseRecords(room.table, room.talks).of(Subject.person(firm, person), "en"))
                .as("who asks for their record is told of the file")
                .anyMatch(item -> item.toString().contains(NAME));

        room.world.database.run(connection -> new CaseTraces().erase(connection, Subject.person(firm, person)));

        assertThat(cells()).isEmpty();
    }

    private String talk(MemoryServer who) {
        who.with("Content-Type", null);
        Reply reply = who.call("POST", path + "/talks", TALK.formatted(UUID.randomUUID()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.text("talks.0.id");
    }

    private Reply add(MemoryServer who, String talk, String name, String content) {
        return send(who, talk, UUID.randomUUID().toString(), name, content);
    }

    private Reply send(MemoryServer who, String talk, String key, String name, String content) {
        String body = String.join(
                "\r\n",
                "--edge",
                "Content-Disposition: form-data; name=\"key\"",
                "",
                key,
                "--edge",
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + '"',
                "",
                content,
                "--edge--",
                "");
        who.with("Content-Type", "multipart/form-data; boundary=edge");
        Reply reply = who.call("POST", path + "/talks/" + talk + "/attachments", body);
        who.with("Content-Type", null);
        return reply;
    }

    private Reply get(MemoryServer who, String talk, String file) {
        return who.call("GET", path + "/talks/" + talk + "/attachments/" + file, "");
    }

    private long files() {
        return room.world.database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select count(*) from talk_attachment");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private List<String> cells() {
        return room.world.database.call(connection -> {
            List<String> cells = new ArrayList<>();
            try (PreparedStatement statement =
                            connection.prepareStatement("select id, size, facts, content from talk_attachment");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cells.add(row.getString(1) + row.getLong(2));
                    cells.add(new String(row.getBytes(3), StandardCharsets.UTF_8));
                    cells.add(new String(row.getBytes(4), StandardCharsets.UTF_8));
                }
            }
            return cells;
        });
    }
}
