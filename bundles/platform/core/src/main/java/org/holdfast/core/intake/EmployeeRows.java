package org.holdfast.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.Employee.Contact;
import org.holdfast.core.people.Employee.Exit;
import org.holdfast.core.people.Employee.Post;
import org.holdfast.core.people.Employee.Status;
import org.holdfast.core.people.Employee.Terms;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.ProtectedAttributes;
import org.holdfast.core.people.StaffRegister.Draft;
import org.holdfast.core.people.StaffRegister.Saved;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.signals.SignalAppender;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.jspecify.annotations.Nullable;

/** Takes {@code employees.csv}, and tells the signals room what changed about whom. */
final class EmployeeRows implements RowTarget {
    static final int LONGEST_NUMBER = 60;

    private static final List<String> STATUSES = List.of("active", "onLeave", "left");
    private static final List<String> LEAVE_TYPES = List.of("", "voluntary", "involuntary", "retirement", "other");

    private final Scope scope;
    private final Map<UUID, SignalAppender> appenders = new HashMap<>();
    private final Map<UUID, Map<String, UUID>> departments = new HashMap<>();
    private final Map<UUID, Set<String>> families = new HashMap<>();

    EmployeeRows(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String key(Cells row) {
        return row.text("subsidiary") + '\n' + row.text("employee_no");
    }

    @Override
    public void take(List<Cells> rows, Tally tally) {
        Map<Subsidiary, Map<String, Parsed>> bySubsidiary = new LinkedHashMap<>();
        for (Cells row : rows) {
            Optional<Subsidiary> subsidiary = scope.subsidiary(row);
            if (subsidiary.isPresent()) {
                Map<String, Parsed> all = bySubsidiary.computeIfAbsent(subsidiary.get(), key -> new LinkedHashMap<>());
                Parsed parsed = parse(row, subsidiary.get());
                if (row.good()) {
                    all.put(parsed.employee().contact().employeeNo(), parsed);
                }
            }
        }
        bySubsidiary.forEach((subsidiary, parsed) -> {
            refuseErased(subsidiary, parsed);
            write(subsidiary, parsed, tally);
        });
    }

    /** A file of the HR system that still lists somebody who was erased does not bring that person back. */
    private void refuseErased(Subsidiary subsidiary, Map<String, Parsed> parsed) {
        List<String> unknown = parsed.values().stream()
                .map(one -> one.employee().contact().employeeNo())
                .filter(number ->
                        scope.rooms().people().cardByNo(subsidiary.id(), number).isEmpty())
                .toList();
        for (String number : scope.rooms().register().erasedAmong(subsidiary.id(), unknown)) {
            Parsed refused = parsed.remove(number);
            if (refused != null) {
                refused.row().problem("employee_no", "erased");
            }
        }
    }

    private void write(Subsidiary subsidiary, Map<String, Parsed> parsed, Tally tally) {
        List<Draft> drafts = new ArrayList<>(parsed.size());
        List<Parsed> inOrder = new ArrayList<>(parsed.values());
        for (Parsed one : inOrder) {
            UUID managerId = manager(subsidiary, one, parsed);
            scope.put(one.employee().id(), managerId);
            drafts.add(new Draft(PostFacts.under(one.employee(), managerId), one.attributes()));
        }
        if (scope.dryRun()) {
            tally.accepted(drafts.size());
            return;
        }
        List<Saved> saved = scope.rooms().register().save(subsidiary.id(), drafts);
        Map<UUID, List<Arrival>> arrivals = new LinkedHashMap<>();
        for (int i = 0; i < saved.size(); i++) {
            boolean changed = saved.get(i).changed();
            tally.accepted(changed ? 1 : 0);
            tally.unchanged(changed ? 0 : 1);
            if (changed) {
                List<Arrival> facts =
                        facts(subsidiary, saved.get(i), inOrder.get(i).knownAt());
                arrivals.put(saved.get(i).after().id(), facts);
            }
        }
        append(subsidiary.id(), arrivals);
    }

    private void append(UUID subsidiaryId, Map<UUID, List<Arrival>> arrivals) {
        arrivals.values().removeIf(List::isEmpty);
        if (!arrivals.isEmpty()) {
            scope.touch(subsidiaryId);
            SignalAppender appender =
                    appenders.computeIfAbsent(subsidiaryId, scope.rooms().signals()::appender);
            scope.arrived(subsidiaryId, appender.append(arrivals).persons());
        }
    }

    private List<Arrival> facts(Subsidiary subsidiary, Saved saved, @Nullable Instant knownAt) {
        Instant now = knownAt == null ? scope.rooms().clock().instant() : knownAt;
        return new PostFacts(subsidiary.timezone(), now, knownAt != null).of(saved.before(), saved.after());
    }

    /** Returns the superior, or the former one where the link has to wait for a later row. */
    private @Nullable UUID manager(Subsidiary subsidiary, Parsed one, Map<String, Parsed> beside) {
        String number = one.managerNo();
        if (number.isEmpty()) {
            return null;
        }
        UUID id = one.employee().id();
        Parsed neighbour = beside.get(number);
        Optional<UUID> found = neighbour == null
                ? scope.rooms().people().cardByNo(subsidiary.id(), number).map(PersonCard::id)
                : Optional.of(neighbour.employee().id());
        if (found.isPresent() && !scope.isBelow(found.get(), id, this::managerOf)) {
            return found.get();
        }
        scope.later(new Link(subsidiary.id(), id, number, one.row()));
        return one.employee().managerId();
    }

    private @Nullable UUID managerOf(UUID id) {
        return scope.rooms().people().card(id).map(PersonCard::managerId).orElse(null);
    }

    @Override
    public void link(Link link) {
        Optional<PersonCard> manager = scope.rooms().people().cardByNo(link.subsidiaryId(), link.parentKey());
        if (scope.dryRun()) {
            String key = link.row().text("subsidiary") + '\n' + link.parentKey();
            if (manager.isEmpty() && !scope.seen(key)) {
                link.row().problem("manager_no", "unknownManager");
            }
        } else if (manager.isEmpty()) {
            link.row().problem("manager_no", "unknownManager");
        } else if (scope.isBelow(manager.get().id(), link.childId(), this::managerOf)) {
            link.row().problem("manager_no", "cycle");
        } else {
            connect(link, manager.get().id());
        }
    }

    private void connect(Link link, UUID managerId) {
        Optional<Saved> saved = scope.rooms().register().lead(link.childId(), managerId);
        Optional<Subsidiary> subsidiary = scope.rooms().people().subsidiary(link.subsidiaryId());
        if (saved.isEmpty() || subsidiary.isEmpty() || !saved.get().changed()) {
            return;
        }
        scope.put(link.childId(), managerId);
        Instant knownAt = link.row()
                .knownAt(subsidiary.get().timezone(), scope.rooms().clock().instant());
        Employee after = saved.get().after();
        boolean fresh = saved.get().before() == null || saved.get().before().managerId() == null;
        Instant now = knownAt == null ? scope.rooms().clock().instant() : knownAt;
        PostFacts facts = new PostFacts(subsidiary.get().timezone(), now, knownAt != null);
        Map<UUID, List<Arrival>> arrivals = new HashMap<>();
        arrivals.put(after.id(), facts.ofManager(after, fresh));
        append(link.subsidiaryId(), arrivals);
    }

    private Parsed parse(Cells row, Subsidiary subsidiary) {
        String number = row.required("employee_no", LONGEST_NUMBER);
        String managerNo = row.word("manager_no", LONGEST_NUMBER);
        if (!number.isEmpty() && number.equals(managerNo)) {
            row.problem("manager_no", "cycle");
        }
        Optional<PersonCard> before =
                number.isEmpty() ? Optional.empty() : scope.rooms().people().cardByNo(subsidiary.id(), number);
        Contact contact = new Contact(number, row.required("name", 200), row.word("email"), row.word("phone", 60));
        Terms terms = terms(row);
        Status status = status(row);
        Employee employee = new Employee(
                before.map(PersonCard::id).orElseGet(UUID::randomUUID),
                subsidiary.id(),
                department(row, subsidiary),
                before.map(PersonCard::managerId).orElse(null),
                status,
                contact,
                post(row, subsidiary),
                terms,
                exit(row, status, terms));
        LocalDate birth = row.day("birth_date");
        if (birth != null && terms.hireDate() != null && !birth.isBefore(terms.hireDate())) {
            row.problem("birth_date", "afterHire");
        }
        ProtectedAttributes attributes = new ProtectedAttributes(birth, row.word("gender", 30));
        Instant knownAt =
                row.knownAt(subsidiary.timezone(), scope.rooms().clock().instant());
        return new Parsed(row, employee, attributes, managerNo, knownAt);
    }

    private @Nullable UUID department(Cells row, Subsidiary subsidiary) {
        String code = row.word("department", LONGEST_NUMBER);
        if (code.isEmpty()) {
            return null;
        }
        Map<String, UUID> known = departments.computeIfAbsent(subsidiary.id(), id -> {
            Map<String, UUID> byCode = new HashMap<>();
            for (Department department : scope.rooms().people().departments(id)) {
                byCode.put(department.code(), department.id());
            }
            return byCode;
        });
        UUID id = known.get(code);
        if (id == null) {
            row.problem("department", "unknownDepartment");
        }
        return id;
    }

    private Post post(Cells row, Subsidiary subsidiary) {
        String family = row.word("position_family", LONGEST_NUMBER);
        Set<String> known = families.computeIfAbsent(
                subsidiary.id(), id -> scope.rooms().families().apply(subsidiary));
        if (!family.isEmpty() && !known.contains(family)) {
            row.problem("position_family", "unknownFamily");
        }
        return new Post(
                row.word("position", 200),
                family,
                row.word("grade", LONGEST_NUMBER),
                row.flag("key_post"),
                row.number("revenue_share", 0, 1).orElse(Double.NaN),
                row.word("location", 200));
    }

    private static Terms terms(Cells row) {
        LocalDate hire = row.day("hire_date");
        LocalDate end = row.day("contract_end");
        if (hire != null && end != null && end.isBefore(hire)) {
            row.problem("contract_end", "beforeHire");
        }
        double pay = row.amount("base_pay").orElse(Double.NaN);
        return new Terms(hire, end, pay, row.currency(!Double.isNaN(pay)));
    }

    private static Status status(Cells row) {
        return switch (row.oneOf("status", STATUSES)) {
            case "onLeave" -> Status.ON_LEAVE;
            case "left" -> Status.LEFT;
            default -> Status.ACTIVE;
        };
    }

    private static Exit exit(Cells row, Status status, Terms terms) {
        LocalDate date = row.day("leave_date");
        String type = row.oneOf("leave_type", LEAVE_TYPES);
        String reason = row.word("leave_reason", 200);
        if (status == Status.LEFT) {
            if (date == null && row.text("leave_date").isEmpty()) {
                row.problem("leave_date", "missing");
            }
            if (date != null && terms.hireDate() != null && date.isBefore(terms.hireDate())) {
                row.problem("leave_date", "beforeHire");
            }
        } else if (!type.isEmpty() || !reason.isEmpty() || date != null) {
            row.problem("status", "leaveWithoutLeft");
        }
        return new Exit(date, type, reason);
    }

    /** A row that was read. */
    private record Parsed(
            Cells row,
            Employee employee,
            ProtectedAttributes attributes,
            String managerNo,
            @Nullable Instant knownAt) {}
}
