package org.holdfast.core.privacy.breach;

import java.nio.file.Path;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.basis.RuleBooks;

/** A subsidiary with a register of breaches, for tests of what is told of it elsewhere. */
public final class BreachesOf implements AutoCloseable {
    private final BreachRoom room;

    public BreachesOf(Path data) {
        room = new BreachRoom(data);
    }

    public UUID firm() {
        return room.chinese;
    }

    public UUID elsewhere() {
        return room.european;
    }

    public Staff staff() {
        return room.staff;
    }

    public LocalDatabase database() {
        return room.database;
    }

    public TestVault vault() {
        return room.vault;
    }

    public SetClock clock() {
        return room.clock;
    }

    public RuleBooks books() {
        return room.books;
    }

    public org.holdfast.launcher.audit.AuditLog log() {
        return room.log;
    }

    public BreachSummaries summaries() {
        return new BreachSummaries(room.breaches);
    }

    /** Registers a breach in the firm and tells the authority of it. */
    public void noticed() {
        String id = BreachesTest.id(room.noticed(room.chinese, "high"));
        room.tell(
                room.chinese,
                id,
                "{\"whom\":\"authority\",\"sent\":true,\"recipient\":\"portal\",\"text\":\"secret words\"}");
    }

    @Override
    public void close() {
        room.close();
    }
}
