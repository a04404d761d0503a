package org.holdfast.core.knowledge.meeting;

import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.knowledge.KnowledgeRoom;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.jspecify.annotations.Nullable;

/** An engineer who leaves, a colleague who goes on, and the boss of both. The meeting is on 10 June at two, in Shanghai. */
final class MeetingRoom implements AutoCloseable {
    static final String BEFORE = "2026-06-10T05:59:00Z";
    static final String AFTER = "2026-06-10T07:30:00Z";
    static final String SAID = "The press runs hot in summer; the spare valve is in the cellar.";
    private static final String OWN = "knowledge/own/meetings";

    final KnowledgeRoom room;
    final MeetingTable table;
    final MeetingRecords records;

    MeetingRoom() {
        this(LocalDatabase.fresh());
    }

    MeetingRoom(LocalDatabase database) {
        room = new KnowledgeRoom(database);
        table = new MeetingTable(database, new SealedJson(room.vault), room.lists);
        records = new MeetingRecords(table);
        MeetingDesk desk = new MeetingDesk(table, room.lists, room.staff.people, room.clock);
        MeetingReader reader = new MeetingReader(table, room.lists, room.staff.people, room.texts, room.clock);
        room.meetings(table::signed);
        room.with(sight -> new MeetingResource(desk, reader, room.lists, sight, new AuditNotes()));
        room.with(sight -> new OwnMeetingsResource(desk, reader, sight));
        room.begun();
        room.clock.set(AFTER);
    }

    String path() {
        return room.path() + "/meeting";
    }

    Reply seen() {
        return room.hr().call("GET", path(), "");
    }

    /** HR writes the meeting as it is known to all, with some minutes. */
    Reply writes(int version, String minutes) {
        return room.hr().call("PUT", path(), body(version, minutes, room.colleague, room.boss));
    }

    static String body(int version, String minutes, @Nullable UUID successor, @Nullable UUID head) {
        return body(version, "2026-06-10T14:00:00", minutes, "[" + quoted(successor) + "]", quoted(head));
    }

    static String body(int version, String at, String minutes, String successors, String head) {
        return "{\"version\":" + version + ",\"startsAt\":\"" + at + "\",\"place\":\"Room 4\",\"agenda\":\"The press\","
                + "\"minutes\":\"" + minutes + "\",\"successorIds\":" + successors + ",\"headId\":" + head + "}";
    }

    static String quoted(@Nullable UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }

    Reply own(UUID employee) {
        return room.self(employee).call("GET", OWN, "");
    }

    Reply signs(UUID employee) {
        return says(employee, "signature", seen().text("meeting.digest"), "");
    }

    Reply refuses(UUID employee, String reason) {
        return says(employee, "refusal", seen().text("meeting.digest"), reason);
    }

    Reply says(UUID employee, String what, String digest, String reason) {
        return room.self(employee)
                .call(
                        "POST",
                        OWN + "/" + room.caseId + "/" + what,
                        "{\"digest\":\"" + digest + "\",\"reason\":\"" + reason + "\"}");
    }

    void allSign() {
        signs(room.leaver);
        signs(room.colleague);
        signs(room.boss);
    }

    /** HR puts a mandatory meeting on the list. */
    Reply wanted() {
        return room.hr()
                .call(
                        "POST",
                        room.path() + "/items",
                        "{\"key\":\"" + UUID.randomUUID()
                                + "\",\"kind\":\"meeting\",\"title\":\"The talk\",\"mandatory\":true}");
    }

    /** The meeting as it stands on the handover list. */
    String listed(String what) {
        try {
            return Json.mapper()
                    .readTree(room.hr().call("GET", room.path(), "").body())
                    .get("items")
                    .findParents("kind")
                    .stream()
                    .filter(item -> item.get("kind").asText().equals("meeting"))
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .get(what)
                    .asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
