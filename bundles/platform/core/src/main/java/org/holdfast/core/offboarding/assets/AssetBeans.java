package org.holdfast.core.offboarding.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.LastDays;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/** Makes the beans of assets. */
@ApplicationScoped
public class AssetBeans {

    @Produces
    @Singleton
    HoldingTable holdingTable(Database database) {
        return new HoldingTable(database);
    }

    @Produces
    @Singleton
    AssetTable assetTable(Database database, HoldingTable holdings, Vault vault) {
        return new AssetTable(database, holdings, new AssetCodec(vault));
    }

    @Produces
    @Singleton
    AssetWorld assetWorld(People people, LastDays lastDays, Clock clock) {
        return new AssetWorld(people, lastDays, clock);
    }

    @Produces
    @Singleton
    AssetDesk assetDesk(AssetTable table, AssetWorld world) {
        return new AssetDesk(table, world);
    }

    @Produces
    @Singleton
    OwnAssets ownAssets(AssetDesk desk) {
        return new OwnAssets(desk);
    }

    @Produces
    @Singleton
    AssetReader assetReader(AssetDesk desk) {
        return new AssetReader(desk);
    }

    @Produces
    @Singleton
    AssetImport assetImport(AssetDesk desk, CapabilityRegistry registry, Texts texts) {
        AssetImport.Formats formats = fileName -> registry.all(TableFormat.class).stream()
                .map(Provided::service)
                .filter(format -> format.reads(fileName))
                .findFirst();
        return new AssetImport(desk, formats, texts);
    }

    @Produces
    @Singleton
    Returns assetReturns(Database database, HoldingTable holdings, AssetWorld world) {
        return new Returns(database, holdings, world);
    }

    @Produces
    @Singleton
    StepProof assetsProof(ExitCases cases, HoldingTable holdings) {
        return new AssetsProof(cases, holdings);
    }

    @Produces
    @Singleton
    NoticeSource assetReminders(HoldingTable holdings, AssetWorld world) {
        return new AssetReminders(holdings, world);
    }

    @Produces
    @Singleton
    PersonTraces assetTraces(Returns returns) {
        return new AssetTraces(returns);
    }

    @Produces
    @Singleton
    PersonRecords assetRecords(AssetTable table) {
        return new AssetRecords(table);
    }
}
