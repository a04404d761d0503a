package org.holdfast.core.offboarding.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;

/** Things that a firm lent, for tests of other packages. */
public final class LentThings {
    private final AssetTable table;
    private final Instant at;

    public LentThings(Database database, Vault vault, Instant at) {
        table = new AssetTable(database, new HoldingTable(database), new AssetCodec(vault));
        this.at = at;
    }

    /** Lends somebody a laptop; returns its id. */
    public UUID laptop(UUID firm, UUID person, LocalDate on) {
        Asset fresh = new Asset(
                UUID.randomUUID(),
                firm,
                1,
                AssetState.IN_STOCK,
                new Asset.Mark(AssetKind.LAPTOP, "IT-0001", null),
                new Asset.Content("ThinkPad", ""));
        table.add(fresh, entry(fresh, 1, Act.REGISTERED, on));
        Holding holding = new Holding(
                UUID.randomUUID(),
                fresh.id(),
                firm,
                person,
                new Holding.Days(on, null, null),
                new Holding.Marks(Receipt.PAPER, null, null));
        table.move(new AssetTable.Move(
                fresh.in(AssetState.ISSUED), null, holding, List.of(entry(fresh, 2, Act.ISSUED, on))));
        return fresh.id();
    }

    /** Takes a thing back. */
    public void back(UUID id, LocalDate on) {
        Asset asset = table.find(id).orElseThrow();
        Holding held = table.holdings().now(id).orElseThrow().ended(Ending.RETURNED, on, null);
        table.move(new AssetTable.Move(
                asset.in(AssetState.CHECKING), held, null, List.of(entry(asset, 3, Act.RETURNED, on))));
    }

    /** Returns what keeps the task of assets from being done. */
    public StepProof proof(ExitCases cases) {
        return new AssetsProof(cases, table.holdings());
    }

    private AssetEntry entry(Asset asset, int number, Act act, LocalDate on) {
        return new AssetEntry(
                new AssetEntry.About(asset.id(), asset.subsidiaryId(), null),
                number,
                at,
                new AssetEntry.Words(act, "keeper", false, on, AssetEntry.Said.NOTHING));
    }
}
