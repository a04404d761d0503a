package org.holdfast.core.protection.rights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdfast.core.protection.Subject;

/** What a person asked for, and what became of it. */
final class RequestRecords implements PersonRecords {
    private final RightsRequests requests;

    RequestRecords(RightsRequests requests) {
        this.requests = requests;
    }

    @Override
    public String section() {
        return "requests";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RightsRequest> all = new ArrayList<>(requests.of(person));
        Collections.reverse(all);
        return all.stream().map(this::item).toList();
    }

    private RecordItem item(RightsRequest request) {
        RecordItem.Builder item = RecordItem.with()
                .and("kind", request.kind().code())
                .and("state", request.state().code())
                .and("receivedOn", request.days().receivedOn())
                .and("dueOn", request.days().dueOn())
                .and("answeredOn", requests.settledOn(request).orElse(null));
        Relative relative = request.origin().relative();
        if (relative != null) {
            item.and("byRelative", relative.relationship()).and("relative", relative.name());
        }
        RequestWords words = request.words();
        if (words != null) {
            item.and("asked", words.asked())
                    .and("extensionReason", words.extensionReason())
                    .and("answer", words.answer())
                    .and("remedies", words.remedies())
                    .and("assessment", words.assessment())
                    .and("decidedBy", words.decidedBy())
                    .and("exception", words.exception());
        }
        return item.item();
    }
}
