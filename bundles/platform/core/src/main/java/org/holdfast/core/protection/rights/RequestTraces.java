package org.holdfast.core.protection.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * A person's requests. An erasure takes their words; that they were answered, and when, stays as evidence (GDPR Art. 5(2)),
 * under the random id that leads to nothing. Erasing grants a request for it.
 */
final class RequestTraces implements PersonTraces {
    private static final String PENDING = " and state in ('open', 'extended')";
    private static final String OF_PERSON = " where subsidiary_id = ? and person_id = ?";

    private final StandingObjections objections;
    private final Clock clock;

    RequestTraces(StandingObjections objections, Clock clock) {
        this.objections = objections;
        this.clock = clock;
    }

    /** Whoever asked for something else gets an answer first. */
    @Override
    public Optional<ErasureError> obstacle(Connection connection, Subject person) throws SQLException {
        return count(connection, person, PENDING + " and kind <> 'erasure'") > 0
                ? Optional.of(ErasureError.REQUEST_OPEN)
                : Optional.empty();
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        long requests = count(connection, person, " and content is not null");
        return requests == 0 ? Map.of() : Map.of("requests", requests);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        run(
                connection,
                person,
                "delete from rights_request" + OF_PERSON + PENDING + " and kind <> 'erasure'",
                List.of());
        run(
                connection,
                person,
                "update rights_request set state = 'fulfilled', settled_at = ?" + OF_PERSON + PENDING,
                List.of(clock.instant().atOffset(ZoneOffset.UTC)));
        run(
                connection,
                person,
                "update rights_request set content = null, relative = null, over_since = coalesce(over_since, ?)"
                        + OF_PERSON,
                List.of(today));
    }

    @Override
    public void forget(Subject person) {
        objections.forget(person.subsidiaryId());
    }

    private static long count(Connection connection, Subject person, String more) throws SQLException {
        String sql = "select count(*) from rights_request" + OF_PERSON + more;
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, person.subsidiaryId());
            count.setObject(2, id(person));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(Connection connection, Subject person, String sql, List<Object> first) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : first) {
                index++;
                change.setObject(index, value);
            }
            change.setObject(index + 1, person.subsidiaryId());
            change.setObject(index + 2, id(person));
            change.executeUpdate();
        }
    }

    private static UUID id(Subject person) {
        return person.personId().orElseThrow();
    }
}
