package org.holdfast.core.people;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;

/** Makes the resources of people for tests of other rooms; nothing is known of anybody's signals. */
public final class PeopleRest {
    private PeopleRest() {}

    public static Object employees(
            SealedPeople people, List<TimelineSource> others, Cursors cursors, Texts texts, Visibility visibility) {
        Clock clock = Clock.systemUTC();
        SignalStore store = empty(SignalStore.class);
        SignalGate gate = (subsidiary, person, category, day) -> true;
        return new EmployeesResource(
                people,
                new PersonalSignals(store, empty(SignalCatalog.class), gate, clock),
                instance(others),
                new PeopleDesk(cursors, texts, clock, store, new AuditNotes()),
                visibility);
    }

    public static Object departments(SealedPeople people, Cursors cursors, Visibility visibility) {
        return new DepartmentsResource(people, visibility, cursors);
    }

    public static Object subsidiaries(SealedPeople people, Cursors cursors, Visibility visibility) {
        return new SubsidiariesResource(people, visibility, cursors, instance(List.of()));
    }

    /** Answers every question by an empty list, or by nothing. */
    private static <T> T empty(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> method.getReturnType() == Optional.class ? Optional.empty() : List.of()));
    }

    @SuppressWarnings("unchecked") // what is handed out is what was put in
    private static <T> Instance<T> instance(List<T> known) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (self, method, given) -> switch (method.getName()) {
                    case "iterator" -> known.iterator();
                    case "isResolvable" -> !known.isEmpty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
