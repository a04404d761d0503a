package org.holdfast.core.offboarding.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What somebody holds and held, and what was done with it meanwhile. Who signed for the firm is not told. */
final class AssetRecords implements PersonRecords {
    private final AssetTable table;

    AssetRecords(AssetTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "assets";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        List<RecordItem> items = new ArrayList<>();
        table.holdings().ofPerson(id).forEach(one -> items.add(item(one)));
        table.entriesOf(id).forEach(entry -> items.add(item(entry)));
        return items;
    }

    private RecordItem item(Holding one) {
        Ending ending = one.marks().ending();
        return RecordItem.with()
                .and("asset", name(one.assetId()))
                .and("issuedOn", one.days().issued())
                .and("dueOn", one.days().due())
                .and("receipt", one.marks().receipt().code())
                .and("endedOn", one.days().ended())
                .and("ending", ending == null ? null : ending.code())
                .item();
    }

    private RecordItem item(AssetEntry entry) {
        AssetEntry.Said said = entry.words().said();
        return RecordItem.with()
                .and("at", entry.at())
                .and("asset", name(entry.about().assetId()))
                .and("what", entry.words().act().code())
                .and("on", entry.words().on())
                .and("condition", said.condition())
                .and("note", said.note())
                .and("paper", said.paper())
                .and("courier", said.courier())
                .and("tracking", said.tracking())
                .item();
    }

    private String name(UUID assetId) {
        Optional<Asset> asset = table.find(assetId);
        return asset.map(one -> one.mark().inventoryNo() + " · " + one.content().label())
                .orElse("");
    }
}
