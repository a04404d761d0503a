package org.holdfast.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is erased is found by nobody any more, and whoever worked for that person is. */
@Tag("O14")
class ErasedPeopleTest {
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final EmployeeTraces traces = new EmployeeTraces(staff.people);
    private final StaffRegister register = new StaffRegister(database, vault, staff.people);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anErasedSuperiorLeavesMemoryAndTheirReportsHaveNone() {
        UUID boss = staff.hire(firm, null);
        UUID report = staff.hire(firm, boss);
        String number = staff.people.card(boss).orElseThrow().employeeNo();
        assertThat(staff.people.reports(boss)).containsExactly(report);
        staff.leaves(boss, LocalDate.of(2026, 1, 31), "voluntary");

        erase(boss);

        assertThat(staff.people.card(boss)).isEmpty();
        assertThat(staff.people.cardByNo(firm, number)).isEmpty();
        assertThat(staff.people.ids(firm)).containsExactly(report);
        assertThat(staff.people.managersOf(report)).isEmpty();
        assertThat(staff.people.card(report).orElseThrow().managerId()).isNull();
        staff.people.forget();
        assertThat(staff.people.ids(firm)).as("read again from the database").containsExactly(report);
        assertThat(staff.people.card(report).orElseThrow().managerId()).isNull();
    }

    @Test
    void theNumberOfAnErasedPersonIsKnownUntilItIsReadmitted() {
        UUID person = staff.hire(firm, null);
        UUID other = staff.hire(firm, null);
        String number = staff.people.card(person).orElseThrow().employeeNo();
        String otherNumber = staff.people.card(other).orElseThrow().employeeNo();
        staff.leaves(person, LocalDate.of(2026, 1, 31), "voluntary");

        erase(person);
        erase(person);

        assertThat(register.erasedAmong(firm, List.of(number, otherNumber, "E999")))
                .isEqualTo(Set.of(number));
        assertThat(register.erasedAmong(staff.subsidiary("S2", "Asia/Shanghai"), List.of(number)))
                .as("another subsidiary")
                .isEmpty();
        assertThat(register.readmit(firm, number)).isTrue();
        assertThat(register.readmit(firm, number)).isFalse();
        assertThat(register.erasedAmong(firm, List.of(number))).isEmpty();
    }

    @Test
    void whoStillWorksHereIsNotErased() {
        UUID person = staff.hire(firm, null);

        assertThat(obstacle(person)).contains(ErasureError.STILL_EMPLOYED);
        staff.leaves(person, LocalDate.of(2026, 1, 31), "voluntary");
        assertThat(obstacle(person)).isEmpty();
    }

    @Test
    void whoIsErasedWhileEverybodyIsReadIsLeftOut() {
        UUID person = staff.hire(firm, null);
        UUID other = staff.hire(firm, null);
        vault.destroy(Subject.person(firm, person));
        staff.people.forget();

        assertThat(staff.people.ids(firm)).containsExactly(other);
        assertThat(staff.people.employee(person)).isEmpty();
    }

    private Optional<ErasureError> obstacle(UUID person) {
        return database.call(connection -> traces.obstacle(connection, Subject.person(firm, person)));
    }

    private void erase(UUID person) {
        Subject subject = Subject.person(firm, person);
        database.run(connection -> traces.erase(connection, subject));
        traces.forget(subject);
    }
}
