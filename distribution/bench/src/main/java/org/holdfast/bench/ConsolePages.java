package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.holdfast.bench.Visitor.Call;

/** What the console asks the server on each of its pages, in the order of a working day. */
enum ConsolePages {
    WORK,
    RADAR,
    ALERTS,
    ALERT,
    EMPLOYEE,
    SEARCH,
    CASES,
    CASE,
    PLANS,
    EFFECT;

    /** How often HR opens which page, in the course of a day. */
    static final List<ConsolePages> OF_HR = List.of(
            WORK, RADAR, ALERTS, ALERT, ALERT, ALERT, EMPLOYEE, EMPLOYEE, SEARCH, EMPLOYEE, CASES, CASE, CASE, CASE,
            PLANS, EFFECT);

    /** How often a superior does. */
    static final List<ConsolePages> OF_SUPERIORS =
            List.of(WORK, ALERTS, ALERT, ALERT, CASES, CASE, CASE, SEARCH, EMPLOYEE, PLANS);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAMILY_NAMES = "王李张刘陈杨黄赵周吴";

    /** Opens the page; nobody opens what no list has shown. */
    void open(Visitor visitor) {
        switch (this) {
            case WORK -> visitor.open(Call.get("my work", "work?limit=50"));
            case RADAR -> radar(visitor);
            case SEARCH -> search(visitor);
            case EFFECT ->
                visitor.open(
                        Call.get("subsidiaries", "subsidiaries?limit=200"),
                        Call.get("effect report", "insight/effect"));
            default -> openListed(visitor);
        }
    }

    private void openListed(Visitor visitor) {
        switch (this) {
            case ALERTS -> list(visitor, "alerts", "alerts?state=open&limit=50");
            case ALERT -> each(visitor, "alerts", ConsolePages::alert);
            case EMPLOYEE -> each(visitor, "people", ConsolePages::employee);
            case CASES -> list(visitor, "cases", "cases?state=waiting&limit=50");
            case CASE -> each(visitor, "cases", ConsolePages::retentionCase);
            default -> list(visitor, "plans", "plans?limit=200");
        }
    }

    private static List<Call> alert(String id) {
        return List.of(Call.get("alert", "alerts/" + id), Call.get("case of an alert", "cases?limit=1&alert=" + id));
    }

    private static List<Call> employee(String id) {
        return List.of(
                Call.get("profile", "employees/" + id + "/profile"),
                Call.get("risk of a person", "employees/" + id + "/risk"),
                Call.get("timeline", "employees/" + id + "/timeline"));
    }

    private static List<Call> retentionCase(String id) {
        return List.of(Call.get("case", "cases/" + id), Call.get("plan of a case", "plans?limit=1&case=" + id));
    }

    private static void radar(Visitor visitor) {
        JsonNode query = JSON.createObjectNode()
                .put("sort", "score")
                .put("direction", "desc")
                .put("limit", 50);
        List<JsonNode> answers = visitor.open(
                new Call("watch list", "risk/scores/search", query),
                Call.get("subsidiaries", "subsidiaries?limit=200"),
                Call.get("summary", "insight/summary"),
                Call.get("heat map", "insight/heatmap"),
                Call.get("attrition", "insight/attrition?months=36"),
                Call.get("departments", "departments?limit=200"),
                Call.get("signal catalogue", "signals/catalog"));
        visitor.saw("people", ids(answers.get(0)));
    }

    private static void search(Visitor visitor) {
        String name =
                FAMILY_NAMES.substring(visitor.dice(FAMILY_NAMES.length())).substring(0, 1);
        JsonNode query = JSON.createObjectNode().put("text", name).put("limit", 20);
        List<JsonNode> answers = visitor.open(new Call("search of people", "employees/search", query));
        visitor.saw("people", ids(answers.get(0)));
    }

    private static void list(Visitor visitor, String name, String path) {
        visitor.saw(name, ids(visitor.open(Call.get(name, path)).get(0)));
    }

    private static void each(Visitor visitor, String list, Function<String, List<Call>> calls) {
        visitor.oneOf(list).ifPresent(id -> visitor.open(calls.apply(id).toArray(Call[]::new)));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
