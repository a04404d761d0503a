package org.holdfast.core.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Teams have at least ten superiors, and no superior is in two of them. */
@Tag("O19")
class UseTeamsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final Staff staff = new Staff(database, new TestVault());
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoIsLeftGoesToTheDepartmentAboveAndAFewAreInNone() {
        UUID division = staff.department(firm, "A", null);
        UUID large = staff.department(firm, "A1", division);
        UUID small = staff.department(firm, "A2", division);
        UUID lone = staff.department(firm, "B", null);
        Set<UUID> inLarge = superiors(large, 12);
        Set<UUID> left = superiors(small, 4);
        left.addAll(superiors(division, 7));
        superiors(lone, 3);
        staff.hire(firm, large, null, LONG_AGO);

        UseTeams.Parted parted = parted();

        assertThat(parted.teams()).hasSize(2);
        assertThat(parted.teams().get(0).superiors()).isEqualTo(inLarge);
        assertThat(parted.teams().get(0).others()).isFalse();
        assertThat(parted.teams().get(1).superiors()).isEqualTo(left);
        assertThat(parted.teams().get(1).others()).isTrue();
        assertThat(parted.outside()).isEqualTo(3);
    }

    /** A team that is the rest of another one could tell of few by their difference: there is none. */
    @Test
    void inAnyFirmTeamsHaveNobodyInCommonAndTenAtLeast() {
        Random random = new Random(11);
        List<UUID> departments = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < 25; i++) {
            UUID above = departments.isEmpty() || random.nextInt(4) == 0
                    ? null
                    : departments.get(random.nextInt(departments.size()));
            UUID department = staff.department(firm, "D" + i, above);
            departments.add(department);
            int size = random.nextInt(14);
            superiors(department, size);
            all += size;
        }

        UseTeams.Parted parted = parted();
        Set<UUID> seen = new HashSet<>();
        for (UseTeam team : parted.teams()) {
            assertThat(team.superiors()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(team.superiors()).allMatch(seen::add);
        }

        assertThat(parted.teams()).hasSizeGreaterThan(3);
        assertThat(seen.size() + parted.outside()).isEqualTo(all);
        assertThat(parted.outside()).isLessThan(10);
    }

    private UseTeams.Parted parted() {
        return new UseTeams(staff.people).of(staff.people.subsidiary(firm).orElseThrow());
    }

    /** People of whom each has somebody to lead, who leads nobody. */
    private Set<UUID> superiors(UUID department, int count) {
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < count; i++) {
            UUID superior = staff.hire(firm, department, null, LONG_AGO);
            staff.hire(firm, department, superior, LONG_AGO);
            made.add(superior);
        }
        return made;
    }
}
