package org.holdfast.core.privacy.breach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authority and people are told in both languages, with what is known in its place. */
@Tag("O25")
class BreachDraftsTest {

    @TempDir
    Path data;

    private BreachRoom room;

    @BeforeEach
    void open() {
        room = new BreachRoom(data);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void everyDraftHasTheFactsInChineseAndEnglish() throws IOException {
        room.contacts.keep(
                Contacts.GROUP, new Contact("Privacy office", "dpo@example.com", "", "Road 1", ""), BreachRoom.ACCOUNT);
        for (UUID firm : List.of(room.chinese, room.european)) {
            UUID person = room.staff.hire(firm, null);
            String id = BreachesTest.id(room.noticed(firm, "high"));
            room.officer(firm)
                    .call(
                            "PUT",
                            "privacy/breaches/" + id,
                            "{\"severity\":\"high\",\"categories\":[\"pay\"],\"what\":\"WHAT {0}\","
                                    + "\"consequences\":\"HARM\",\"measures\":\"REMEDY\",\"advice\":\"ADVICE\"}");
            room.officer(firm)
                    .call("POST", "privacy/breaches/" + id + "/people", "{\"employeeIds\":[\"" + person + "\"]}");

            JsonNode drafts = drafts(firm, id);

            assertThat(drafts).hasSize(4);
            for (JsonNode draft : drafts) {
                String text = draft.path("text").asText();
                assertThat(text)
                        .contains("WHAT {0}", "HARM", "REMEDY", "dpo@example.com", "2026-11-26")
                        .contains(draft.path("language").asText().equals("zh") ? "薪酬" : "Pay")
                        .doesNotContainPattern("\\{[1-9]}");
                if (draft.path("whom").asText().equals("people")) {
                    assertThat(text).contains("ADVICE");
                } else {
                    assertThat(text).containsPattern("(?m): ?1$|：1$");
                }
            }
        }
    }

    @Test
    void whatIsNotKnownYetIsMarked() throws IOException {
        String id = BreachesTest.id(room.noticed(room.chinese, "high"));

        JsonNode drafts = drafts(room.chinese, id);

        assertThat(drafts)
                .allSatisfy(draft -> assertThat(draft.path("text").asText())
                        .contains(draft.path("language").asText().equals("zh") ? "【待补充】" : "[not known yet]"));
    }

    private JsonNode drafts(UUID firm, String id) throws IOException {
        String body = room.officer(firm)
                .call("GET", "privacy/breaches/" + id + "/drafts", "")
                .body();
        return Json.mapper().readTree(body).path("items");
    }
}
