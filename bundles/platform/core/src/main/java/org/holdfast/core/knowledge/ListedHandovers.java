package org.holdfast.core.knowledge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;

/** Answers from the lists of the table. */
final class ListedHandovers implements Handovers {
    private final ChecklistTable table;
    private final Parties parties;
    private final ExitCases cases;

    ListedHandovers(ChecklistTable table, Parties parties, ExitCases cases) {
        this.table = table;
        this.parties = parties;
        this.cases = cases;
    }

    @Override
    public ExitCase readable(UUID caseId, Visibility caller) {
        return parties.find(caseId, caller);
    }

    @Override
    public Optional<ExitCase> find(UUID caseId) {
        return cases.find(caseId);
    }

    @Override
    public void requireOpen(ExitCase of) {
        Parties.requireOpen(of);
    }

    @Override
    public List<OpenItem> open(UUID caseId) {
        return table.items(caseId).stream()
                .filter(item -> item.kind() != KnowledgeKind.MEETING)
                .filter(item -> !item.course().state().settled())
                .map(item -> new OpenItem(item.words().code(), item.words().title()))
                .toList();
    }

    @Override
    public List<UUID> recipients(UUID caseId) {
        return table.items(caseId).stream()
                .map(item -> item.course().recipientId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public void meeting(Connection connection, UUID caseId, boolean signed) throws SQLException {
        ItemState from = signed ? ItemState.OPEN : ItemState.ACCEPTED;
        ItemState to = signed ? ItemState.ACCEPTED : ItemState.OPEN;
        ChecklistTable.update(
                connection,
                "update knowledge_item set state = ?, version = version + 1 where case_id = ? and kind = ? and state = ?",
                to.code(),
                caseId,
                KnowledgeKind.MEETING.code(),
                from.code());
    }
}
