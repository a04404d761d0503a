package org.holdfast.core.offboarding.assets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/** What somebody holds and held. Their assets stay, and what they still held has to be looked for; the counts of their months stay. */
final class AssetTraces implements PersonTraces {
    private final TableTraces rows = TableTraces.of("assets", "asset_entry", "asset_holding");
    private final Returns returns;

    AssetTraces(Returns returns) {
        this.returns = returns;
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return rows.count(connection, person);
    }

    @Override
    public void note(Connection connection, Subject person) throws SQLException {
        returns.keep(connection, person.subsidiaryId(), person.personId().orElseThrow());
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        AssetTable.update(
                connection,
                "update asset set state = ?, version = version + 1 where id in"
                        + " (select open_asset_id from asset_holding where person_id = ? and open_asset_id is not null)",
                AssetState.CHECKING.code(),
                id);
        rows.erase(connection, person);
    }
}
