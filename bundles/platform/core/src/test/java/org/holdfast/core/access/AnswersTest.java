package org.holdfast.core.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.Endpoint;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.ScannedResources;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.launcher.config.FieldTable.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which role is told which field at which endpoint, and that no part of an answer escapes the table. */
class AnswersTest {
    private static final UUID FIRM = new UUID(1, 1);
    private static final UUID OTHER_FIRM = new UUID(1, 2);
    private static final UUID TOP = new UUID(2, 1);
    private static final UUID BOSS = new UUID(2, 2);
    private static final UUID PERSON = new UUID(2, 3);
    private static final UUID PEER = new UUID(2, 4);
    private static final UUID FAR = new UUID(2, 5);
    private static final Map<UUID, UUID> SUPERIORS = Map.of(PERSON, BOSS, BOSS, TOP, PEER, TOP);

    /** Answers that are no records, and why nothing of a person leaves by them unasked. */
    private static final Map<String, String> NO_RECORDS = Map.ofEntries(
            Map.entry("POST /risk/scores/export", "the sheet is made of what ToldJson tells"),
            Map.entry("GET /programmes/{}/cohort/members.xlsx", "the sheet is made of what ToldJson tells"),
            Map.entry("GET /accounts/orphans.xlsx", "the sheet is made of what ToldJson tells"),
            Map.entry("GET /assets/assets.xlsx", "the sheet is made of what ToldJson tells"),
            Map.entry("GET /assets/assets.csv", "the file is made of what ToldJson tells"),
            Map.entry("POST /risk/effects/ranking/export", "the sheet is made of what ToldJson tells"),
            Map.entry("GET /imports/{}/errors.csv", "rows as they were sent: asks for the field files"),
            Map.entry("GET /imports/templates/{}", "an empty file"),
            Map.entry("GET /cases/{}/talks/{}/attachments/{}", "a file as it was sent: asks for the field talks"),
            Map.entry("GET /insight/effect/report.pdf", "made of what ToldJson tells"),
            Map.entry("GET /insight/effect/report.xlsx", "made of what ToldJson tells"),
            Map.entry("GET /insight/leavers/report.xlsx", "groups of people, none of whom it names"),
            Map.entry("GET /insight/offboarding/report.pdf", "made of what ToldJson tells"),
            Map.entry("GET /insight/offboarding/report.xlsx", "made of what ToldJson tells"),
            Map.entry("GET /flows/{}/versions/{}/diagram", "a flow as it was sent, of nobody in particular"),
            Map.entry("GET /surveys/{}/results.xlsx", "figures of at least ten answers"),
            Map.entry("GET /offboardings/{}/payable/payable.xlsx", "made of what ToldJson tells"),
            Map.entry("GET /offboardings/{}/payable/payable.csv", "made of what ToldJson tells"),
            Map.entry("GET /offboardings/{}/settlement/settlement.xlsx", "made of what ToldJson tells"),
            Map.entry("GET /offboardings/{}/settlement/settlement.csv", "made of what ToldJson tells"),
            Map.entry("GET /offboardings/{}/settlement/settlement.pdf", "made of what ToldJson tells"),
            Map.entry("OPTIONS /knowledge/files", "what uploads can be sent"),
            Map.entry("POST /knowledge/files/of/{}", "a random id, in a header"),
            Map.entry("HEAD /knowledge/files/{}", "lengths, for who sends the file"),
            Map.entry("PATCH /knowledge/files/{}", "lengths, for who sends the file"),
            Map.entry("GET /knowledge/files/{}/content", "a file as it was sent: UploadDesk asks who may have it"),
            Map.entry(
                    "GET /offboardings/{}/certificate/draft.pdf", "of a person the caller sees, for who issues papers"),
            Map.entry(
                    "GET /offboardings/{}/certificate/{}/certificate.pdf",
                    "a paper as it was issued, of a person the caller sees"),
            Map.entry("GET /offboardings/papers/{}/own", "the caller's own paper as it was issued"),
            Map.entry("POST /offboardings/paper-templates/{}/preview", "a paper of nobody"),
            Map.entry("POST /audit/export", "random ids"),
            Map.entry("POST /audit/evidence", "random ids"),
            Map.entry("POST /privacy/compliance-audit", "counts, days, and what officers wrote about the processing"),
            Map.entry("GET /privacy/assessments/{}/{}/paper", "made of what ToldJson tells"),
            Map.entry("GET /privacy/own/record/paper", "made of what ToldJson tells"),
            Map.entry("GET /privacy/people/{}/record/paper", "made of what ToldJson tells"),
            Map.entry("GET /privacy/processing-record/{}/paper", "made of what ToldJson tells"),
            Map.entry("DELETE /session", "nothing"),
            Map.entry("PUT /session/password", "nothing"),
            Map.entry("POST /risk/backtests", "random ids of a job"),
            Map.entry("POST /risk/settings/versions/{}/restore", "settings"),
            Map.entry("GET /openapi.json", "the description"),
            Map.entry("GET /texts/{}", "texts"));

    /** Answers that are written bit by bit, past ToldJson, and why nothing of a person can leave by them. */
    private static final Map<String, String> STREAMS = Map.of(
            "GET /jobs/{}", "state and counts of a job, which the same address tells by ToldJson, too",
            "GET /notifications/stream", "two counts of the caller's own reminders, and a fingerprint");

    private final List<Endpoint> endpoints = Endpoint.of(ScannedResources.all());
    private final AnswerTable expected = new AnswerTable();
    private final EndpointTable allowed = new EndpointTable();
    private final Set<String> fields =
            Sights.shipped().fields().fields().stream().map(Field::name).collect(Collectors.toSet());

    @Test
    void everyPartOfEveryAnswerIsBoundToAFieldOrMarkedAsTellingNothing() {
        for (Endpoint endpoint : endpoints) {
            Optional<Type> type = AnswerShape.type(endpoint);
            if (type.isEmpty() && endpoint.handler().getReturnType() != void.class) {
                assertThat(NO_RECORDS).containsKey(key(endpoint));
            }
            type.map(AnswerShape::shapes)
                    .orElse(List.of())
                    .forEach(shape -> assertThat(AnswerShape.unbound(shape))
                            .as("%s: bind the part by @Told, or mark it by @TellsNothing", key(endpoint))
                            .isEmpty());
        }
    }

    @Test
    void everyFieldThatIsBoundStandsInTheTableAndEveryDataCategoryIsAField() {
        Set<String> bound = new TreeSet<>();
        endpoints.forEach(endpoint -> AnswerShape.type(endpoint).map(AnswerShape::shapes).orElse(List.of()).stream()
                .map(AnswerShape::fields)
                .forEach(bound::addAll));
        bound.remove("*");

        assertThat(fields).containsAll(bound);
        assertThat(fields)
                .containsAll(Arrays.stream(DataCategory.values())
                        .map(DataCategory::code)
                        .toList());
    }

    @Test
    void everyAnswerAboutAPersonStandsInTheTableOfAnswers() {
        Set<String> telling = endpoints.stream()
                .filter(endpoint ->
                        AnswerShape.type(endpoint).filter(AnswerShape::tells).isPresent())
                .map(AnswersTest::key)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(expected.endpoints()).isEqualTo(telling);
    }

    @Test
    void everyRoleIsToldExactlyTheFieldsOfTheTableOfAnswers() {
        SoftAssertions soft = new SoftAssertions();
        for (Endpoint endpoint : telling()) {
            Map<String, Set<String>> told = new TreeMap<>();
            for (Role role : callers(endpoint)) {
                told.put(role.code(), written(endpoint, sight(role, endpoint, reader(role, endpoint)), PERSON, FIRM));
            }
            Map<String, Set<String>> wanted = new TreeMap<>(expected.of(key(endpoint)));
            soft.assertThat(told.keySet()).as(key(endpoint)).isEqualTo(wanted.keySet());
            told.forEach((role, names) -> soft.assertThat(names)
                    .as("%s as %s", key(endpoint), role)
                    .isEqualTo(wanted.getOrDefault(role, Set.of())));
        }
        soft.assertAll();
    }

    @Test
    void nobodyIsToldAnythingOfThemselvesTheirSuperiorsTheirPeersOrOtherSubsidiaries() {
        SoftAssertions soft = new SoftAssertions();
        for (Endpoint endpoint : telling()) {
            for (Role role : callers(endpoint)) {
                boolean own = own(endpoint);
                for (UUID somebody : own ? List.of(PERSON, TOP, FAR) : List.of(BOSS, TOP, FAR)) {
                    isToldNothing(soft, endpoint, role, BOSS, somebody);
                }
                if (role == Role.LINE_MANAGER) {
                    isToldNothing(soft, endpoint, role, BOSS, PEER);
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void aTokensScopeNarrowsTheFields() {
        Caller narrow = new Caller(
                "t", "t", Set.of(Role.GROUP_HR), Set.of(), Optional.empty(), false, Set.of("employees:read"));

        FieldSight sight = Sights.of(narrow, AnswersTest::leads, AnswersTest::named, "employees:read");

        assertThat(sight.tells("name", PERSON, null)).isTrue();
        assertThat(sight.tells("pay", PERSON, null)).isFalse();
        assertThat(sight.tellsIn("score", null)).isFalse();
    }

    /** Whoever is HR here and a manager there is told pay here, and bands there. */
    @Test
    void rolesReachNoFurtherTogetherThanEachForItself() {
        Caller both = new Caller(
                "x",
                "x",
                Set.of(Role.SUBSIDIARY_HR, Role.LINE_MANAGER),
                Set.of(FIRM),
                Optional.of(TOP),
                false,
                Set.of());

        FieldSight sight = Sights.of(
                both,
                (superior, person) -> person.equals(FAR) || leads(superior, person),
                AnswersTest::named,
                "employees:read");

        assertThat(sight.tells("pay", PERSON, null)).isTrue();
        assertThat(sight.tells("pay", FAR, null)).isFalse();
        assertThat(sight.tells("feedback", FAR, null)).isFalse();
    }

    /** A stream tells that there is something to read; what it is, is read through ToldJson. */
    @Test
    void streamsCarryCountsAloneAndAreWrittenInOnePlace() throws ClassNotFoundException {
        Set<String> streams = endpoints.stream()
                .filter(endpoint ->
                        Arrays.stream(endpoint.handler().getParameterTypes()).anyMatch(SseEventSink.class::equals))
                .map(AnswersTest::key)
                .collect(Collectors.toSet());
        JavaClasses core = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.holdfast.core");
        RecordComponent[] told =
                Class.forName("org.holdfast.core.notification.BellState").getRecordComponents();

        assertThat(streams).isEqualTo(STREAMS.keySet());
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(JobsResource|NotificationStreamResource)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.sse..")
                .check(core);
        assertThat(told)
                .as("what its one kind of event is made of")
                .allMatch(part -> part.getType() == int.class || part.getName().equals("id"));
    }

    @Test
    void answersAreWrittenInOnePlace() {
        JavaClasses core = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.holdfast.core");
        for (String way : List.of("writeValueAsBytes", "writeValueAsString")) {
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.platform\\.rest\\.(ToldJson|HealthServlet|ServletProblems)")
                    .and()
                    .haveNameNotMatching(".*\\.risk\\.[a-z]+\\.(Model|Backtest|Effect|Drift|Settings)Table")
                    .and()
                    .haveNameNotMatching(".*\\.retention\\.programmes\\.ProgrammeCodec")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.settlement\\.SettlementCodec")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.SealedJson")
                    .and()
                    .haveNameNotMatching(".*\\.knowledge\\.(SealedWords|meeting\\.Minutes)")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.accounts\\.SealedParts")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.assets\\.AssetCodec")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.papers\\.SealedCells")
                    .and()
                    .haveNameNotMatching(".*\\.offboarding\\.events\\.(EventDocument|TargetTable)")
                    .should()
                    .callMethod(ObjectMapper.class, way, Object.class)
                    .check(core);
        }
    }

    private void isToldNothing(SoftAssertions soft, Endpoint endpoint, Role role, UUID reader, UUID somebody) {
        UUID firm = somebody.equals(FAR) ? OTHER_FIRM : FIRM;
        Set<String> told = written(endpoint, sight(role, endpoint, Optional.of(reader)), somebody, firm);
        // What is told of a firm's files or sources is about nobody in particular, and so is the own firm's.
        boolean ofFirm = key(endpoint).contains("/imports")
                || key(endpoint).contains("/freshness")
                // Nor is what a programme says of its cohort; who belongs to it is another matter.
                || (key(endpoint).contains("/programmes") && !key(endpoint).endsWith("/cohort"));
        if (!ofFirm || (firm.equals(OTHER_FIRM) && role != Role.LOCAL && role != Role.INTEGRATION)) {
            soft.assertThat(told)
                    .as("%s as %s about %s", key(endpoint), role, somebody)
                    .isEqualTo(written(endpoint, new Nothing(), somebody, firm));
        }
    }

    private Set<String> written(Endpoint endpoint, FieldSight sight, UUID person, UUID firm) {
        Type type = AnswerShape.type(endpoint).orElseThrow();
        List<Type> shapes = AnswerShape.shapes(type);
        // As the resource of risk does: a superior's answer is another one.
        Type shape = shapes.size() == 1 || sight.tells("score", person, firm) ? shapes.get(0) : shapes.get(1);
        Set<String> items = new LinkedHashSet<>(
                Arrays.stream(DataCategory.values()).map(DataCategory::code).toList());
        String key = key(endpoint);
        if (key.endsWith("/timeline")) {
            items.addAll(List.of("resignation", "alerts"));
        } else if (key.endsWith("/retention-history")) {
            items.addAll(List.of("resignation", "alerts", "score", "talks", "plans"));
        } else if (key.equals("GET /work")) {
            items = Set.of("alerts", "plans");
        } else if (key.contains("/alerts") || key.contains("/cases")) {
            items = Set.of("alerts", "alertRouting");
        }
        JsonNode answer = ToldJson.tree(new Samples(person, firm, items).of(shape), sight);
        return AnswerShape.written(answer, shape);
    }

    private Stream<Role> roles() {
        return Arrays.stream(Role.values());
    }

    private List<Endpoint> telling() {
        return endpoints.stream()
                .filter(endpoint ->
                        AnswerShape.type(endpoint).filter(AnswerShape::tells).isPresent())
                .toList();
    }

    private List<Role> callers(Endpoint endpoint) {
        Set<String> codes = allowed.allowed(key(endpoint));
        return roles().filter(role -> codes.contains(role.code())).toList();
    }

    /** Says whether an endpoint is one about the caller's own data. */
    private static boolean own(Endpoint endpoint) {
        return key(endpoint).contains("/own/") || key(endpoint).endsWith("/own");
    }

    /** A superior is somebody's superior, and whoever asks for the own data is the person. */
    private static Optional<UUID> reader(Role role, Endpoint endpoint) {
        if (own(endpoint)) {
            return Optional.of(PERSON);
        }
        return role == Role.LINE_MANAGER ? Optional.of(BOSS) : Optional.empty();
    }

    private static Visibility sight(Role role, Endpoint endpoint, Optional<UUID> reader) {
        Set<UUID> firms = role == Role.LOCAL || role == Role.INTEGRATION ? Set.of() : Set.of(FIRM);
        Permitted permitted = endpoint.permitted().orElseThrow();
        return Sights.of(Sights.caller(role, firms, reader), AnswersTest::leads, AnswersTest::named, permitted.value());
    }

    private static boolean leads(UUID superior, UUID person) {
        UUID above = SUPERIORS.get(person);
        return above != null && (above.equals(superior) || leads(superior, above));
    }

    private static Optional<PersonNames.Named> named(UUID person) {
        return Optional.of(new PersonNames.Named(person.equals(FAR) ? OTHER_FIRM : FIRM, "Somebody"));
    }

    private static String key(Endpoint endpoint) {
        return EndpointTable.key(endpoint.method(), endpoint.path());
    }

    /** Tells nothing. */
    private static final class Nothing implements FieldSight {
        @Override
        public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
            return false;
        }

        @Override
        public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
            return false;
        }
    }
}
