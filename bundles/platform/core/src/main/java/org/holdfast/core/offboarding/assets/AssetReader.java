package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetViews.AssetView;
import org.holdfast.core.offboarding.assets.AssetViews.EntryView;
import org.holdfast.core.offboarding.assets.AssetViews.HoldingView;
import org.holdfast.core.offboarding.assets.AssetViews.PersonAssetsView;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Shows assets and who holds them. Safe for use from many threads. */
final class AssetReader {
    private final AssetDesk desk;

    AssetReader(AssetDesk desk) {
        this.desk = desk;
    }

    /**
     * An asset with who holds it.
     *
     * @param asset the asset
     * @param holding who holds it, null where nobody does
     */
    record Held(Asset asset, @Nullable Holding holding) {}

    /** Finds the assets of a subsidiary that fit a search, in its order. */
    List<Held> find(AssetSearch search, Visibility caller) {
        search.check();
        UUID firm = search.firm();
        caller.requireSubsidiary(firm);
        DueDays due = desk.world().dueDays();
        Map<UUID, Holding> now = desk.table().holdings().of(firm).stream()
                .filter(Holding::open)
                .collect(Collectors.toMap(Holding::assetId, Function.identity()));
        LocalDate today = desk.world().today(firm);
        return desk.table().of(firm).stream()
                .map(asset -> new Held(asset, now.get(asset.id())))
                .filter(held -> search.fits(held.asset()) && says(held, search.words(), caller))
                .filter(held -> !search.overdue() || late(held, due, today, caller))
                .sorted(order(search, due, caller))
                .toList();
    }

    private boolean late(Held held, DueDays due, LocalDate today, Visibility caller) {
        Holding holding = held.holding();
        return holding != null && tells(holding, caller) && due.overdue(holding, today);
    }

    /** Whoever is looked for by what the caller is not told about them is not found. */
    private boolean says(Held held, String words, Visibility caller) {
        if (words.isEmpty()) {
            return true;
        }
        Asset asset = held.asset();
        Holding holding = held.holding();
        String text = String.join(
                "\n",
                asset.mark().inventoryNo(),
                asset.content().label(),
                asset.content().serial());
        if (holding != null && tells(holding, caller)) {
            text += desk.world()
                    .people()
                    .card(holding.personId())
                    .map(card -> "\n" + card.name() + "\n" + card.employeeNo())
                    .orElse("");
        }
        return text.toLowerCase(Locale.ROOT).contains(words);
    }

    /** What sorts by somebody the caller is told nothing of would tell of them by its place. */
    private Comparator<Held> order(AssetSearch search, DueDays due, Visibility caller) {
        Comparator<Held> byNumber =
                Comparator.comparing(held -> held.asset().mark().inventoryNo());
        Comparator<Held> order = switch (search.order()) {
            case INVENTORY_NO -> byNumber;
            case KIND -> Comparator.comparing(held -> held.asset().mark().kind());
            case LABEL -> Comparator.comparing(held -> held.asset().content().label());
            case STATE -> Comparator.comparing(held -> held.asset().state());
            case DUE_ON ->
                Comparator.comparing(held -> dueOn(held, due, caller), Comparator.nullsLast(Comparator.naturalOrder()));
        };
        return (search.backwards() ? order.reversed() : order).thenComparing(byNumber);
    }

    private @Nullable LocalDate dueOn(Held held, DueDays due, Visibility caller) {
        Holding holding = held.holding();
        return holding == null || !tells(holding, caller)
                ? null
                : due.of(holding).orElse(null);
    }

    private static boolean tells(Holding holding, Visibility caller) {
        return caller.tells("assets", holding.personId(), holding.subsidiaryId());
    }

    /** Shows assets of a list. */
    List<AssetView> rows(List<Held> some) {
        DueDays due = desk.world().dueDays();
        return some.stream()
                .map(held -> view(held.asset(), holding(held.holding(), due), null))
                .toList();
    }

    /** Shows one asset with its history. */
    AssetView whole(UUID id) {
        Asset asset = desk.table().find(id).orElseThrow(RestException::notFound);
        Holding now = desk.table().holdings().now(id).orElse(null);
        List<EntryView> history = new ArrayList<>(
                desk.table().entries(id).stream().map(this::entry).toList());
        Collections.reverse(history);
        return view(asset, holding(now, desk.world().dueDays()), history);
    }

    /** Shows what somebody holds and held. */
    PersonAssetsView of(PersonCard person) {
        DueDays due = desk.world().dueDays();
        Map<UUID, List<AssetEntry>> entries = desk.table().entriesOf(person.id()).stream()
                .collect(Collectors.groupingBy(entry -> entry.about().assetId()));
        List<Holding> all = desk.table().holdings().ofPerson(person.id());
        List<AssetView> items = all.stream()
                .sorted(Comparator.comparing(Holding::open).reversed())
                .flatMap(one -> item(one, due, entries).stream())
                .toList();
        return new PersonAssetsView(
                person.id(),
                person.subsidiaryId(),
                due.lastDays().get(person.id()),
                all.stream().noneMatch(Holding::open),
                items);
    }

    private Optional<AssetView> item(Holding one, DueDays due, Map<UUID, List<AssetEntry>> entries) {
        List<EntryView> history = new ArrayList<>(entries.getOrDefault(one.assetId(), List.of()).stream()
                .map(this::entry)
                .toList());
        Collections.reverse(history);
        return desk.table().find(one.assetId()).map(asset -> view(asset, holding(one, due), history));
    }

    private static AssetView view(Asset asset, @Nullable HoldingView holding, @Nullable List<EntryView> history) {
        ValueClass worth = asset.mark().valueClass();
        return new AssetView(
                asset.id(),
                asset.subsidiaryId(),
                asset.version(),
                asset.mark().kind().code(),
                asset.mark().inventoryNo(),
                asset.content().label(),
                asset.content().serial(),
                worth == null ? null : worth.code(),
                asset.state().code(),
                holding,
                history);
    }

    private @Nullable HoldingView holding(@Nullable Holding one, DueDays due) {
        if (one == null) {
            return null;
        }
        Optional<PersonCard> card = desk.world().people().card(one.personId());
        Ending ending = one.marks().ending();
        return new HoldingView(
                one.personId(),
                one.subsidiaryId(),
                one.id(),
                card.map(PersonCard::name).orElse(""),
                card.map(PersonCard::employeeNo).orElse(""),
                one.days().issued(),
                due.of(one).orElse(null),
                due.overdue(one, desk.world().today(one.subsidiaryId())),
                one.marks().receipt().code(),
                one.marks().givenBack(),
                one.days().ended(),
                ending == null ? null : ending.code());
    }

    private EntryView entry(AssetEntry entry) {
        AssetEntry.Words words = entry.words();
        UUID person = entry.about().personId();
        return new EntryView(
                person,
                entry.about().subsidiaryId(),
                person == null
                        ? ""
                        : desk.world()
                                .people()
                                .card(person)
                                .map(PersonCard::name)
                                .orElse(""),
                words.act().code(),
                entry.at().atOffset(ZoneOffset.UTC),
                words.by(),
                words.self(),
                words.on(),
                words.said().condition(),
                words.said().note(),
                words.said().paper(),
                words.said().courier(),
                words.said().tracking());
    }
}
