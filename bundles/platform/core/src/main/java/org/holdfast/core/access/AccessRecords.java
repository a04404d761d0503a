package org.holdfast.core.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;

/**
 * Who saw or changed something about a person: the role, not the name, since recipients are told by category (GDPR
 * Art. 15(1)(c)). The latest thousand.
 */
final class AccessRecords implements PersonRecords {
    private static final int MOST = 1_000;

    private final Path dataDirectory;

    AccessRecords(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    @Override
    public String section() {
        return "accesses";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        String id = person.personId().orElseThrow().toString();
        List<AuditEntry> latest = new ArrayList<>(
                new AuditSearch(AuditFolder.of(dataDirectory)).latest(AuditQuery.about(id), Long.MAX_VALUE, MOST));
        Collections.reverse(latest);
        return latest.stream()
                .map(entry -> RecordItem.with()
                        .and("at", entry.at())
                        .and("action", entry.event().action())
                        .and("by", String.join(", ", entry.event().actor().roles()))
                        .and("via", entry.event().actor().via())
                        .and("outcome", entry.event().outcome())
                        .item())
                .toList();
    }
}
