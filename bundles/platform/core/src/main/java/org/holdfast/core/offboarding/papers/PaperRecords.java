package org.holdfast.core.offboarding.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The papers a person was issued, whose files are their own to fetch, and where archive and social insurance went. */
final class PaperRecords implements PersonRecords {
    private final PaperTable papers;
    private final TransferTable transfers;

    PaperRecords(PaperTable papers, TransferTable transfers) {
        this.papers = papers;
        this.transfers = transfers;
    }

    @Override
    public String section() {
        return "papers";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        List<RecordItem> items = new ArrayList<>();
        papers.ofPerson(id).forEach(paper -> items.add(item(paper)));
        for (Transfer transfer : transfers.ofPerson(id)) {
            items.add(item("archive", transfer.content().archive()));
            items.add(item("insurance", transfer.content().insurance()));
        }
        return items;
    }

    private static RecordItem item(String what, Transfer.Part part) {
        return RecordItem.with()
                .and("transfer", what)
                .and("state", part.state().code())
                .and("sentOn", part.on())
                .and("office", part.office())
                .and("reference", part.reference())
                .and("reason", part.reason())
                .item();
    }

    private static RecordItem item(IssuedPaper paper) {
        return RecordItem.with()
                .and("at", paper.issuedAt())
                .and("number", paper.content().code())
                .and("replaced", paper.replaced())
                .and("languages", String.join(", ", paper.content().languages()))
                .and("sha256", paper.content().sha256())
                .item();
    }
}
