package org.holdfast.core.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.FileTable.Piece;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;

/**
 * Takes files in and hands them out, however large, in pieces of {@value #PIECE} bytes: no more than one is in memory for a call. What
 * has arrived when the sender goes away is kept to the last byte. Safe for use from many threads.
 */
final class UploadDesk {
    /** Bytes of a piece. */
    static final int PIECE = 256 * 1024;
    /** Most bytes of what is sent with a checksum: it is held in memory, because nothing of it is kept before it is checked. */
    static final int CHECKED = 8 << 20;

    private static final int MOST_FILES = 50;
    /** PostgreSQL: insufficient resources, such as a full disk. */
    private static final String NO_RESOURCES = "53";

    private final ChecklistTable items;
    private final FileTable files;
    private final Parties parties;
    private final Room room;
    private final Clock clock;

    UploadDesk(ChecklistTable items, FileTable files, Parties parties, Room room, Clock clock) {
        this.items = items;
        this.files = files;
        this.parties = parties;
        this.room = room;
        this.clock = clock;
    }

    /**
     * A file with what it belongs to.
     *
     * @param item what it belongs to
     * @param file the file
     */
    record Found(KnowledgeItem item, StoredFile file) {}

    /** Begins a file. */
    StoredFile begin(UUID itemId, long size, StoredFile.Facts facts, Visibility caller) {
        KnowledgeItem item = items.item(itemId).orElseThrow(RestException::notFound);
        requireSender(item, caller);
        requireUnsettled(item);
        if (size > room.largest()) {
            throw tooLarge();
        }
        if (files.of(item).size() >= MOST_FILES) {
            throw RestException.of(KnowledgeError.UPLOAD_TOO_MANY, "There are 50 files already: put several into one.");
        }
        if (files.reserved(item.of().subsidiaryId()) + size > room.quota() || !room.has(0)) {
            throw noRoom();
        }
        StoredFile file = new StoredFile(UUID.randomUUID(), itemId, size, 0, now(), facts);
        files.add(item, file);
        return file;
    }

    /** Finds a file for who sends it. */
    Found sent(UUID fileId, Visibility caller) {
        Found found = find(fileId);
        requireSender(found.item(), caller);
        return found;
    }

    /** Finds a file for who may have it. */
    Found readable(UUID fileId, Visibility caller) {
        Found found = find(fileId);
        KnowledgeItem item = found.item();
        boolean given = Parties.recipient(item, caller) && item.course().state() != ItemState.OPEN;
        if (!given && !Parties.leaver(item, caller) && !Parties.office(item, caller, Parties.READ)) {
            throw RestException.notFound();
        }
        if (!found.file().complete()) {
            throw RestException.of(KnowledgeError.UPLOAD_UNFINISHED, "Not all of the file has arrived yet.");
        }
        return found;
    }

    /** Says when a file that is not whole is removed. */
    Instant expires(StoredFile file) {
        return file.touchedAt().plus(Duration.ofDays(room.settings().unfinishedDays()));
    }

    /** Keeps what is sent, from an offset on; returns where the file ends then. */
    long append(Found found, long offset, InputStream body) {
        requireEnd(found, offset);
        long at = offset;
        byte[] buffer = new byte[PIECE];
        while (at < found.file().size()) {
            Filled filled =
                    fill(body, buffer, (int) Math.min(PIECE, found.file().size() - at));
            if (filled.bytes() > 0) {
                keep(found, new Piece(at, Arrays.copyOf(buffer, filled.bytes())));
                at += filled.bytes();
            }
            if (filled.broken()) {
                throw RestException.of(
                        KnowledgeError.UPLOAD_CUT_OFF, "The sender went away: go on from where the file ends.");
            }
            if (filled.bytes() == 0) {
                break;
            }
        }
        return at;
    }

    /** Keeps what is sent where its SHA-256 is the one that was told, and nothing of it otherwise. */
    long appendChecked(Found found, long offset, InputStream body, byte[] sha256) {
        requireEnd(found, offset);
        int most = (int) Math.min(CHECKED, found.file().size() - offset);
        byte[] all = new byte[most + 1];
        Filled filled = fill(body, all, all.length);
        if (filled.bytes() > most) {
            throw tooLarge();
        }
        byte[] arrived = Arrays.copyOf(all, filled.bytes());
        if (filled.broken() || !MessageDigest.isEqual(sha256(arrived), sha256)) {
            throw RestException.of(KnowledgeError.UPLOAD_CHECKSUM, "What arrived is not what was sent: send it again.");
        }
        for (int at = 0; at < arrived.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(arrived, at, Math.min(arrived.length, at + PIECE));
            keep(found, new Piece(offset + at, piece));
        }
        return offset + arrived.length;
    }

    /** Removes a file that nobody has accepted. */
    void remove(Found found) {
        requireUnsettled(found.item());
        files.remove(found.file().id());
    }

    /** Writes a part of a file. */
    void send(Found found, long from, long to, OutputStream out) throws IOException {
        long at = from;
        while (at < to) {
            Piece piece = files.piece(found.item(), found.file().id(), at)
                    .orElseThrow(() ->
                            new IOException("A piece of file " + found.file().id() + " is not there"));
            int skipped = (int) (at - piece.begins());
            int count = (int) Math.min(piece.plain().length - skipped, to - at);
            if (count <= 0) {
                throw new IOException("A piece of file " + found.file().id() + " is not there");
            }
            out.write(piece.plain(), skipped, count);
            at += count;
        }
    }

    private Found find(UUID fileId) {
        KnowledgeItem item = files.itemOf(fileId).flatMap(items::item).orElseThrow(RestException::notFound);
        return files.of(item).stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .map(file -> new Found(item, file))
                .orElseThrow(RestException::notFound);
    }

    private void requireSender(KnowledgeItem item, Visibility caller) {
        if (!Parties.leaver(item, caller) && !Parties.office(item, caller, Parties.WRITE)) {
            throw RestException.notFound();
        }
        parties.requireOpen(item);
    }

    private static void requireUnsettled(KnowledgeItem item) {
        if (item.course().state().settled()) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_STATE, "It was accepted or waived: its files stay as they are.");
        }
    }

    private static void requireEnd(Found found, long offset) {
        requireUnsettled(found.item());
        if (found.file().received() != offset) {
            throw RestException.of(KnowledgeError.UPLOAD_OFFSET, "The file does not end there: ask where it ends.");
        }
    }

    private void keep(Found found, Piece piece) {
        if (!room.has(piece.plain().length)) {
            throw noRoom();
        }
        try {
            if (!files.append(found.item(), found.file().id(), piece, now())) {
                throw RestException.of(
                        KnowledgeError.UPLOAD_OFFSET, "Somebody else sends the same file: ask where it ends.");
            }
        } catch (DatabaseException e) {
            throw full(e) ? noRoom() : e;
        }
    }

    private static boolean full(DatabaseException e) {
        return e.getCause() instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith(NO_RESOURCES);
    }

    /**
     * What came of a body.
     *
     * @param bytes how many bytes
     * @param broken whether the sender went away
     */
    private record Filled(int bytes, boolean broken) {}

    /** Reads until the buffer is full or the body ends; what came before a sender went away counts. */
    private static Filled fill(InputStream body, byte[] buffer, int wanted) {
        int bytes = 0;
        try {
            while (bytes < wanted) {
                int read = body.read(buffer, bytes, wanted - bytes);
                if (read < 0) {
                    break;
                }
                bytes += read;
            }
            return new Filled(bytes, false);
        } catch (IOException e) {
            return new Filled(bytes, true);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static RestException tooLarge() {
        return RestException.of(
                KnowledgeError.UPLOAD_TOO_LARGE, "It is larger than may be: split it, or send smaller pieces.");
    }

    private static RestException noRoom() {
        return RestException.of(
                KnowledgeError.UPLOAD_NO_ROOM, "There is no room for it; what has arrived is kept. Tell the operator.");
    }

    /** Removes what nobody goes on with; returns how many. */
    int sweep() {
        Instant before = now().minus(Duration.ofDays(room.settings().unfinishedDays()));
        var abandoned = files.abandoned(before);
        abandoned.forEach(files::remove);
        return abandoned.size();
    }

    /** Says what is the largest file. */
    long largest() {
        return room.largest();
    }
}
