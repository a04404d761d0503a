package org.holdfast.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody else may see is not held back from the person. */
@Tag("O12")
class ProfileRecordsTest {
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID boss = staff.hire(firm, null);
    private final UUID person = staff.hire(firm, boss);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void dayOfBirthGenderAndPayAreTold() {
        new StaffRegister(database, vault, staff.people)
                .save(
                        firm,
                        List.of(new StaffRegister.Draft(
                                staff.people.employee(person).orElseThrow(),
                                new ProtectedAttributes(LocalDate.of(1990, 2, 3), "f"))));

        Map<String, Object> profile = profile(person);

        assertThat(profile)
                .containsEntry("birthDate", "1990-02-03")
                .containsEntry("gender", "f")
                .containsEntry("basePay", 100_000.0)
                .containsEntry("superior", staff.people.card(boss).orElseThrow().name());
        assertThat(profile)
                .as("what is not known is left out")
                .doesNotContainKeys("email", "leaveDate", "revenueShare");
    }

    @Test
    void nobodyWhoWasErasedIsFound() {
        staff.leaves(person, LocalDate.of(2026, 1, 31), "voluntary");
        Subject subject = Subject.person(firm, person);
        EmployeeTraces traces = new EmployeeTraces(staff.people);
        database.run(connection -> traces.erase(connection, subject));
        traces.forget(subject);
        vault.destroy(subject);

        assertThat(new ProfileRecords(staff.people).of(subject, "en")).isEmpty();
        assertThat(profile(boss)).doesNotContainKey("superior");
    }

    private Map<String, Object> profile(UUID id) {
        return new ProfileRecords(staff.people)
                .of(Subject.person(firm, id), "en")
                .get(0)
                .fields();
    }
}
