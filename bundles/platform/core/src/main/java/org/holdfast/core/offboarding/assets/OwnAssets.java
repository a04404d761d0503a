package org.holdfast.core.offboarding.assets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetFields.SignFields;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** What holders sign themselves: that they have something, and that they return it. Safe for use from many threads. */
final class OwnAssets {
    private final AssetDesk desk;

    OwnAssets(AssetDesk desk) {
        this.desk = desk;
    }

    /** Returns who calls, as the employee their account is linked to. */
    Optional<PersonCard> self(Visibility caller) {
        return caller.caller().employeeId().flatMap(desk.world().people()::card);
    }

    /** Signs that the caller has an asset; a second time changes nothing. */
    void receive(UUID holdingId, @Nullable Integer version, Visibility caller) {
        Holding held = own(holdingId, caller);
        if (held.marks().receipt() == Receipt.NONE) {
            sign(held.received(Receipt.ACCOUNT), version, Act.RECEIVED, AssetEntry.Said.NOTHING, caller);
        }
    }

    /** Signs that the caller returns an asset; what they write later, such as another parcel, is noted as well. */
    void giveBack(UUID holdingId, SignFields fields, Visibility caller) {
        Holding held = own(holdingId, caller);
        AssetForm form = new AssetForm();
        AssetEntry.Said said = form.said(fields);
        form.done();
        sign(held.givenBack(desk.world().today(held.subsidiaryId())), fields.version(), Act.GIVEN_BACK, said, caller);
    }

    private void sign(Holding next, @Nullable Integer version, Act act, AssetEntry.Said said, Visibility caller) {
        Asset asset = desk.table().find(next.assetId()).orElseThrow(RestException::notFound);
        AssetDesk.requireVersion(asset, version);
        AssetEntry.Words words = new AssetEntry.Words(act, caller.caller().name(), true, desk.today(asset), said);
        desk.move(asset, next, null, List.of(desk.entry(asset, next.personId(), words, 0)));
    }

    private Holding own(UUID holdingId, Visibility caller) {
        Holding held = self(caller)
                .flatMap(card -> desk.table()
                        .holdings()
                        .find(holdingId)
                        .filter(one -> one.personId().equals(card.id())))
                .orElseThrow(RestException::notFound);
        if (!held.open()) {
            throw AssetDesk.state();
        }
        return held;
    }
}
