package org.holdfast.core.protection.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.RecordItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person is told on which bases data about them is used, and which notices they were given. */
@Tag("O12")
class BasisRecordsTest {
    private final GateWorld world = new GateWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void basesOfTheOwnSubsidiaryAndNoticesOfTheOwnPersonAreTold() {
        UUID firm = world.lawful();
        UUID person = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        world.told(firm, person);
        Subject asked = Subject.person(firm, person);

        assertThat(new BasisRecords(world.bases).of(asked, "en"))
                .hasSize(world.bases.of(firm).size())
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("category", "pay")
                        .containsEntry("purpose", "retention")
                        .containsEntry("kind", "hrRules"));
        NoticeRecords notices = new NoticeRecords(world.database);
        assertThat(notices.of(asked, "en"))
                .singleElement()
                .extracting(RecordItem::fields)
                .satisfies(fields -> assertThat(fields)
                        .containsEntry("title", "Notice")
                        .containsEntry("toldOn", GateWorld.TODAY.minusDays(1).toString()));
        assertThat(notices.of(Subject.person(firm, other), "en")).isEmpty();
    }
}
