package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.SubsidiaryFacts.Facts;

/** The rule books as they ship, for subsidiaries that are all in China unless they name another book. */
public final class ShippedBooks {

    private ShippedBooks() {}

    public static LawfulBases bases(Database database) {
        return new LawfulBases(database, subsidiary -> {});
    }

    public static Assessments assessments(Database database, Vault vault, Clock clock) {
        return new Assessments(database, vault, subsidiary -> {}, clock);
    }

    public static RuleBooks over(Database database, Clock clock) {
        FixedRegistry registry =
                new FixedRegistry().with(GateWorld.book("pipl")).with(GateWorld.book("gdpr"));
        return new RuleBooks(
                registry,
                new JurisdictionChoices(database, subsidiary -> {}, clock),
                subsidiary -> Optional.of(new Facts("CN", ZoneId.of("Asia/Shanghai"), false)));
    }
}
