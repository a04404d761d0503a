package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetFields.IssueFields;
import org.holdfast.core.offboarding.assets.AssetFields.ReturnFields;
import org.holdfast.core.offboarding.assets.AssetFields.StateFields;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What those who keep the register do with assets. Nobody issues anything to themselves or a superior, nor takes it back from them:
 * then both signatures would be theirs. Safe for use from many threads.
 */
final class AssetDesk {
    static final String READ = "assets:read";
    static final String WRITE = "assets:write";

    /** What was checked is in stock; what was found, or retired by mistake, is checked; what somebody holds can be lost alone. */
    private static final Map<AssetState, Set<AssetState>> REACHED_FROM = Map.of(
            AssetState.IN_STOCK, Set.of(AssetState.CHECKING),
            AssetState.CHECKING, Set.of(AssetState.LOST, AssetState.RETIRED),
            AssetState.LOST, Set.of(AssetState.ISSUED, AssetState.IN_STOCK, AssetState.CHECKING),
            AssetState.RETIRED, Set.of(AssetState.IN_STOCK, AssetState.CHECKING, AssetState.LOST));

    private final AssetTable table;
    private final AssetWorld world;

    AssetDesk(AssetTable table, AssetWorld world) {
        this.table = table;
        this.world = world;
    }

    AssetTable table() {
        return table;
    }

    AssetWorld world() {
        return world;
    }

    /** Finds an asset of a subsidiary the caller sees. */
    Asset find(UUID id, Visibility caller) {
        return table.find(id)
                .filter(one -> caller.maySeeSubsidiary(one.subsidiaryId()))
                .orElseThrow(RestException::notFound);
    }

    /** Registers an asset; one that was sent before is returned. */
    Asset register(AssetFields fields, Visibility caller) {
        AssetForm form = new AssetForm();
        UUID key = form.key(fields.key());
        Asset.Mark mark = form.mark(fields);
        Asset.Content content = form.content(fields);
        UUID subsidiary = fields.subsidiaryId();
        if (subsidiary == null) {
            form.wrong("subsidiaryId", "missing");
        }
        form.done();
        UUID firm = Objects.requireNonNull(subsidiary);
        caller.requireSubsidiary(firm);
        Asset fresh = new Asset(key, firm, 1, AssetState.IN_STOCK, mark, content);
        Optional<Asset> known = table.find(key);
        if (known.isPresent()) {
            return known.filter(one -> one.subsidiaryId().equals(firm) && one.sameAs(mark, content))
                    .orElseThrow(() -> RestException.of(AssetError.ASSET_KEY_USED, "The key is another asset's."));
        }
        add(fresh, caller);
        return fresh;
    }

    void add(Asset fresh, Visibility caller) {
        try {
            table.add(fresh, entry(fresh, null, words(Act.REGISTERED, today(fresh), caller), 0));
        } catch (DatabaseException e) {
            throw taken(e);
        }
    }

    /** Describes an asset anew. */
    void describe(Asset asset, AssetFields fields, Visibility caller) {
        AssetForm form = new AssetForm();
        Asset.Mark mark = form.mark(fields);
        Asset.Content content = form.content(fields);
        form.done();
        requireVersion(asset, fields.version());
        if (!asset.sameAs(mark, content)) {
            describe(asset, mark, content, caller);
        }
    }

    void describe(Asset asset, Asset.Mark mark, Asset.Content content, Visibility caller) {
        Asset next = asset.described(mark, content);
        move(next, null, null, List.of(entry(next, null, words(Act.CHANGED, today(asset), caller), 0)));
    }

    /** Issues an asset of the stock to somebody. */
    void issue(Asset asset, IssueFields fields, Visibility caller) {
        AssetForm form = new AssetForm();
        Holding begun = begun(asset, fields, form, caller);
        AssetEntry.Said said = form.said(fields);
        form.done();
        if (repeated(begun)) {
            return;
        }
        requireVersion(asset, fields.version());
        requireState(asset, AssetState.IN_STOCK);
        AssetEntry entry =
                entry(asset, begun.personId(), said(Act.ISSUED, begun.days().issued(), said, caller), 0);
        move(asset.in(AssetState.ISSUED), null, begun, List.of(entry));
    }

    /** Notes that an asset came back: its holder signed, and the caller does. */
    void receive(Asset asset, ReturnFields fields, Visibility caller) {
        Holding held = held(asset, caller);
        AssetForm form = new AssetForm();
        LocalDate on = form.past("on", fields.on(), held.days().issued(), today(asset));
        AssetEntry.Said said = form.said(fields);
        form.done();
        requireVersion(asset, fields.version());
        requireSigned(held, said.paper());
        AssetEntry entry = entry(asset, held.personId(), said(Act.RETURNED, on, said, caller), 0);
        move(asset.in(AssetState.CHECKING), ended(held, Ending.RETURNED, on), null, List.of(entry));
    }

    /** Has its holder hand an asset to somebody else; both sign. */
    void pass(Asset asset, IssueFields fields, Visibility caller) {
        AssetForm form = new AssetForm();
        Holding begun = begun(asset, fields, form, caller);
        AssetEntry.Said said = form.said(fields);
        String paper = form.paper("returnPaper", fields.returnPaper());
        form.done();
        if (repeated(begun)) {
            return;
        }
        requireVersion(asset, fields.version());
        Holding held = held(asset, caller);
        LocalDate on = begun.days().issued();
        if (held.personId().equals(begun.personId()) || on.isBefore(held.days().issued())) {
            throw RestException.invalid(on.isBefore(held.days().issued()) ? "on" : "employeeNo", "assetHolder");
        }
        requireSigned(held, paper);
        AssetEntry.Said left = new AssetEntry.Said(said.condition(), said.note(), paper, "", "");
        List<AssetEntry> entries = new ArrayList<>();
        entries.add(entry(asset, held.personId(), said(Act.PASSED_ON, on, left, caller), 0));
        entries.add(entry(asset, begun.personId(), said(Act.ISSUED, on, said, caller), 1));
        move(asset, ended(held, Ending.PASSED_ON, on), begun, entries);
    }

    /** Says where an asset is that nobody holds, or that it is lost. */
    void put(Asset asset, StateFields fields, Visibility caller) {
        AssetForm form = new AssetForm();
        AssetState wanted = form.word("state", AssetState.class, fields.state(), AssetState.IN_STOCK);
        String note = form.note(fields.note(), wanted == AssetState.LOST);
        form.done();
        requireVersion(asset, fields.version());
        Act act = act(asset.state(), wanted);
        AssetEntry.Words words = said(act, today(asset), AssetEntry.Said.note(note), caller);
        if (asset.state() == AssetState.ISSUED) {
            Holding held = held(asset, caller);
            Holding ended = ended(held, Ending.LOST, today(asset));
            move(asset.in(wanted), ended, null, List.of(entry(asset, held.personId(), words, 0)));
        } else {
            move(asset.in(wanted), null, null, List.of(entry(asset, null, words, 0)));
        }
    }

    private static Act act(AssetState from, AssetState to) {
        if (!REACHED_FROM.getOrDefault(to, Set.of()).contains(from)) {
            throw state();
        }
        return switch (to) {
            case IN_STOCK -> Act.IN_STOCK;
            case CHECKING -> Act.FOUND;
            case LOST -> Act.LOST;
            case RETIRED -> Act.RETIRED;
            case ISSUED -> throw state();
        };
    }

    private Holding begun(Asset asset, IssueFields fields, AssetForm form, Visibility caller) {
        UUID key = form.key(fields.key());
        String number = form.number(fields.employeeNo());
        LocalDate today = today(asset);
        LocalDate on = form.past("on", fields.on(), today.minusYears(1), today);
        LocalDate due = form.due(fields.dueOn(), on);
        Receipt receipt = AssetForm.empty(fields.paper()) ? Receipt.NONE : Receipt.PAPER;
        form.done();
        PersonCard person = world.people()
                .cardByNo(asset.subsidiaryId(), number)
                .filter(card -> caller.maySee(card.subsidiaryId(), card.id()))
                .orElseThrow(() -> RestException.invalid("employeeNo", "unknown"));
        if (person.status() == Employee.Status.LEFT) {
            throw RestException.of(AssetError.ASSET_HOLDER_LEFT, "Whoever has left is given nothing.");
        }
        return new Holding(
                key,
                asset.id(),
                asset.subsidiaryId(),
                person.id(),
                new Holding.Days(on, due, null),
                new Holding.Marks(receipt, null, null));
    }

    /** Says whether the same was sent before. */
    private boolean repeated(Holding begun) {
        Optional<Holding> known = table.holdings().find(begun.id());
        boolean other = known.filter(one -> !one.assetId().equals(begun.assetId())
                        || !one.personId().equals(begun.personId()))
                .isPresent();
        if (other) {
            throw RestException.of(AssetError.ASSET_KEY_USED, "The key was used for something else.");
        }
        return known.isPresent();
    }

    /** Returns who holds an asset, where the caller may act for the other side. */
    private Holding held(Asset asset, Visibility caller) {
        Holding held = table.holdings().now(asset.id()).orElseThrow(AssetDesk::state);
        caller.requirePerson(held.subsidiaryId(), held.personId());
        return held;
    }

    private Holding ended(Holding held, Ending how, LocalDate on) {
        return held.ended(how, on, world.dueDays().of(held).orElse(null));
    }

    private static void requireSigned(Holding held, String paper) {
        if (held.marks().givenBack() == null && paper.isEmpty()) {
            throw RestException.of(
                    AssetError.ASSET_NOT_SIGNED, "The holder has not signed, neither by their account nor on paper.");
        }
    }

    private void requireState(Asset asset, AssetState wanted) {
        if (asset.state() != wanted) {
            throw state();
        }
    }

    static void requireVersion(Asset asset, @Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        if (version != asset.version()) {
            throw changed();
        }
    }

    void move(Asset next, @Nullable Holding changed, @Nullable Holding opened, List<AssetEntry> entries) {
        try {
            if (!table.move(new AssetTable.Move(next, changed, opened, entries))) {
                throw changed();
            }
        } catch (DatabaseException e) {
            throw taken(e);
        }
    }

    static AssetEntry.Words words(Act act, LocalDate on, Visibility caller) {
        return said(act, on, AssetEntry.Said.NOTHING, caller);
    }

    private static AssetEntry.Words said(Act act, LocalDate on, AssetEntry.Said said, Visibility caller) {
        return new AssetEntry.Words(act, caller.caller().name(), false, on, said);
    }

    /** Makes an entry; the first one of an asset has the number of its version, those of a change the numbers after it. */
    AssetEntry entry(Asset asset, @Nullable UUID person, AssetEntry.Words words, int offset) {
        int number = words.act() == Act.REGISTERED ? 1 : asset.version() + 1 + offset;
        return new AssetEntry(
                new AssetEntry.About(asset.id(), asset.subsidiaryId(), person), number, world.now(), words);
    }

    LocalDate today(Asset asset) {
        return world.today(asset.subsidiaryId());
    }

    private static RestException taken(DatabaseException e) {
        if (!e.isConstraintViolation()) {
            throw e;
        }
        return RestException.of(AssetError.ASSET_NUMBER_TAKEN, "The subsidiary has an asset of that number.");
    }

    private static RestException changed() {
        return RestException.of(AssetError.ASSET_CHANGED, "Somebody else has done something with the asset.");
    }

    static RestException state() {
        return RestException.of(AssetError.ASSET_STATE, "The asset is not where it would have to be for this.");
    }
}
