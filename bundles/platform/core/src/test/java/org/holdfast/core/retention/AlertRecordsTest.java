package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person is told the alerts about them and who got them, and of nobody else's. */
@Tag("O12")
class AlertRecordsTest {
    private final RetentionWorld world = new RetentionWorld();
    private final UUID boss = world.staff.hire(world.firm, null);
    private final UUID person = world.staff.hire(world.firm, boss);
    private final UUID other = world.staff.hire(world.firm, boss);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void alertIsToldWithBandAndRecipientsByRole() {
        world.cross(person, Band.LOW, Band.HIGH);
        AlertRecords records = new AlertRecords(world.table);

        assertThat(records.of(Subject.person(world.firm, person), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("band", Band.HIGH.code())
                        .containsEntry("state", AlertState.OPEN.code())
                        .containsEntry("recipients", "lineManager, subsidiaryHr"));
        assertThat(records.of(Subject.person(world.firm, other), "en")).isEmpty();
    }
}
