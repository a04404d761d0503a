package org.holdfast.core.offboarding.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdfast.core.offboarding.events.DeliveryRound.Outbox;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** Which systems of the firm were told of somebody's leaving, of what and when. */
final class EventRecords implements PersonRecords {
    private final Outbox outbox;
    private final AudienceTable audiences;

    EventRecords(Outbox outbox, AudienceTable audiences) {
        this.outbox = outbox;
        this.audiences = audiences;
    }

    @Override
    public String section() {
        return "exitEvents";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Delivery one : outbox.deliveries().of(person.personId().orElseThrow())) {
            outbox.targets().find(one.targetId()).ifPresent(target -> items.add(item(one, target)));
        }
        return items;
    }

    private RecordItem item(Delivery one, Target target) {
        Audience audience = target.wanted().audience();
        boolean employeeNo = audiences.of(audience).contains(EventField.EMPLOYEE_NO);
        return RecordItem.with()
                .and("system", target.content().name())
                .and("audience", audience.code())
                .and("what", one.event().kind().code())
                .and("at", one.event().at())
                .and("lastDay", one.event().content().lastDay())
                .and("employeeNo", employeeNo ? one.event().content().employeeNo() : null)
                .and("state", one.course().state().name().toLowerCase(Locale.ROOT))
                .item();
    }
}
