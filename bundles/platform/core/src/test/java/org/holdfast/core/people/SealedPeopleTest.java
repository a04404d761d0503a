package org.holdfast.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealedPeopleTest {
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final PeopleQuery everybody = new PeopleQuery("", Set.of(), Set.of(), null, card -> true);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void namesLeaveTheMemoryWhenTheKeyRingClosesAndAreReadAgainWhenItOpens() {
        UUID boss = staff.hire(firm, null);
        UUID person = staff.hire(firm, boss);
        List<PersonCard> before = staff.people.search(everybody);

        vault.close(true);
        staff.people.forget();

        assertThatThrownBy(() -> staff.people.search(everybody)).isInstanceOf(KeyRingSealedException.class);
        assertThatThrownBy(() -> staff.people.card(person)).isInstanceOf(KeyRingSealedException.class);
        assertThatThrownBy(() -> staff.people.headcount(firm)).isInstanceOf(KeyRingSealedException.class);

        vault.close(false);

        assertThat(staff.people.search(everybody)).isEqualTo(before).hasSize(2);
        assertThat(staff.people.reports(boss)).containsExactly(person);
    }
}
