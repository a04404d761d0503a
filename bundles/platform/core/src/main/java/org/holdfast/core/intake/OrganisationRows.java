package org.holdfast.core.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Subsidiary;
import org.jspecify.annotations.Nullable;

/** Takes {@code subsidiaries.csv} and {@code departments.csv}. */
final class OrganisationRows {
    private static final int LONGEST_CODE = 60;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<String> LEVELS = List.of("department", "division", "team");

    private OrganisationRows() {}

    /** Takes subsidiaries. */
    static final class Subsidiaries implements RowTarget {
        private final Scope scope;

        Subsidiaries(Scope scope) {
            this.scope = scope;
        }

        @Override
        public String key(Cells row) {
            return row.text("code");
        }

        @Override
        public void take(List<Cells> rows, Tally tally) {
            for (Cells row : rows) {
                Subsidiary subsidiary = subsidiary(row);
                if (row.good()) {
                    boolean changed = scope.dryRun() || scope.rooms().register().save(subsidiary);
                    tally.accepted(changed ? 1 : 0);
                    tally.unchanged(changed ? 0 : 1);
                }
            }
        }

        private Subsidiary subsidiary(Cells row) {
            String code = row.required("code", LONGEST_CODE);
            // It is the name of a folder in the inbox, too: no code may lead out of there.
            if (!code.isEmpty() && !code.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*")) {
                row.problem("code", "notACode");
            }
            UUID id = scope.rooms()
                    .people()
                    .subsidiaryByCode(code)
                    .map(Subsidiary::id)
                    .orElseGet(UUID::randomUUID);
            String country = row.required("country", 2).toUpperCase(Locale.ROOT);
            if (!country.isEmpty() && !COUNTRIES.contains(country)) {
                row.problem("country", "unknownCountry");
            }
            String industry = row.required("industry", LONGEST_CODE);
            String language = row.required("language", 35);
            if (!language.isEmpty()
                    && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
                row.problem("language", "unknownLanguage");
            }
            return new Subsidiary(
                    id, code, row.required("name", 200), country, industry, zone(row), language, row.flag("sandbox"));
        }

        private static ZoneId zone(Cells row) {
            String zone = row.required("timezone", LONGEST_CODE);
            try {
                return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
            } catch (DateTimeException e) {
                row.problem("timezone", "unknownTimezone");
                return ZoneId.of("UTC");
            }
        }
    }

    /** Takes departments. */
    static final class Departments implements RowTarget {
        private final Scope scope;

        Departments(Scope scope) {
            this.scope = scope;
        }

        @Override
        public String key(Cells row) {
            return row.text("subsidiary") + '\n' + row.text("code");
        }

        @Override
        public void take(List<Cells> rows, Tally tally) {
            for (Cells row : rows) {
                Optional<Subsidiary> subsidiary = scope.subsidiary(row);
                String code = row.required("code", LONGEST_CODE);
                String level = row.oneOf("level", LEVELS);
                String name = row.required("name", 200);
                String region = row.word("region", 200);
                String parent = row.word("parent_code", LONGEST_CODE);
                if (!code.isEmpty() && parent.equals(code)) {
                    row.problem("parent_code", "cycle");
                }
                if (row.good() && subsidiary.isPresent()) {
                    UUID subsidiaryId = subsidiary.get().id();
                    Optional<Department> before = find(subsidiaryId, code);
                    Department after = new Department(
                            before.map(Department::id).orElseGet(UUID::randomUUID),
                            subsidiaryId,
                            code,
                            name,
                            before.map(Department::parentId).orElse(null),
                            level,
                            region);
                    write(after, parent, row, tally);
                }
            }
        }

        private void write(Department department, String parent, Cells row, Tally tally) {
            Department after = department;
            Optional<Department> above = find(department.subsidiaryId(), parent);
            if (parent.isEmpty()) {
                after = under(department, null);
            } else if (above.isPresent() && !isBelow(above.get(), department.id())) {
                after = under(department, above.get().id());
            } else {
                scope.later(new Link(department.subsidiaryId(), department.id(), parent, row));
            }
            scope.put(after.id(), after.parentId());
            boolean changed = scope.dryRun() || scope.rooms().register().save(after);
            tally.accepted(changed ? 1 : 0);
            tally.unchanged(changed ? 0 : 1);
        }

        @Override
        public void link(Link link) {
            if (scope.dryRun()) {
                boolean known = find(link.subsidiaryId(), link.parentKey()).isPresent()
                        || scope.seen(link.row().text("subsidiary") + '\n' + link.parentKey());
                if (!known) {
                    link.row().problem("parent_code", "unknownDepartment");
                }
                return;
            }
            Optional<Department> child = scope.rooms().people().department(link.childId());
            Optional<Department> above = find(link.subsidiaryId(), link.parentKey());
            if (above.isEmpty() || child.isEmpty()) {
                link.row().problem("parent_code", "unknownDepartment");
            } else if (isBelow(above.get(), link.childId())) {
                link.row().problem("parent_code", "cycle");
            } else {
                scope.put(link.childId(), above.get().id());
                scope.rooms().register().save(under(child.get(), above.get().id()));
            }
        }

        private Optional<Department> find(UUID subsidiaryId, String code) {
            return scope.rooms().people().departments(subsidiaryId).stream()
                    .filter(department -> department.code().equals(code))
                    .findFirst();
        }

        private boolean isBelow(Department department, UUID id) {
            return scope.isBelow(department.id(), id, this::parentOf);
        }

        private @Nullable UUID parentOf(UUID id) {
            return scope.rooms()
                    .people()
                    .department(id)
                    .map(Department::parentId)
                    .orElse(null);
        }

        private static Department under(Department department, @Nullable UUID parentId) {
            return new Department(
                    department.id(),
                    department.subsidiaryId(),
                    department.code(),
                    department.name(),
                    parentId,
                    department.level(),
                    department.region());
        }
    }
}
