package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.start.DataDirectory;

/**
 * Employees of a generated group who resign, by HR's entry, as the product takes it.
 *
 * @param server where
 */
record ManyCases(InstalledServer server) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 4;
    private static final int PAGE = 200;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Imports a group without signals. */
    void fill(Path folder, LocalDate end, int people) throws IOException {
        Path files = folder.resolve("group-files");
        DataDirectory.deleteTree(files);
        GroupFiles.write(new DemoPlan(DemoPlan.DEFAULT_SEED, end, people, DemoPlan.DEFAULT_MONTHS), files).stream()
                .filter(file -> !file.getFileName().toString().matches("(consents|events|signals|cases)\\..*"))
                .forEach(server.api()::imported);
        DataDirectory.deleteTree(files);
    }

    /**
     * Begins cases.
     *
     * @param running how many go on
     * @param over how many are taken back at once
     */
    void begin(int running, int over) throws InterruptedException {
        Staff.Login login = new Staff(server).hr(1).get(0);
        ApiCalls hr = server.api().signedInAs(login.username(), login.password());
        List<String> people = employees(hr, running + over);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> cases = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String person = people.get(i);
            boolean stays = i >= running;
            cases.add(threads.submit(() -> resign(hr, person, stays)));
        }
        threads.shutdown();
        for (Future<?> one : cases) {
            try {
                one.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("A case could not be begun", e);
            }
        }
    }

    private static void resign(ApiCalls hr, String person, boolean stays) {
        String today = LocalDate.now(CHINA).toString();
        ObjectNode resignation = JSON.createObjectNode()
                .put("key", UUID.randomUUID().toString())
                .put("employeeId", person)
                .put("kind", "resignation")
                .put("noticeOn", today);
        resignation.putObject("reason").put("code", "growth").put("note", "");
        resignation
                .putObject("evidence")
                .put("reference", "HR-" + person.substring(0, 8))
                .put("on", today);
        JsonNode begun = hr.post("/api/v1/offboardings", resignation);
        if (stays) {
            ObjectNode back = JSON.createObjectNode()
                    .put("version", begun.path("version").asInt())
                    .put("note", "");
            hr.post("/api/v1/offboardings/" + begun.path("id").asText() + "/withdrawal", back);
        }
    }

    private List<String> employees(ApiCalls hr, int wanted) {
        Set<String> firms = new HashSet<>();
        for (JsonNode firm : server.subsidiaries()) {
            if (firm.path("country").asText().equals("CN")) {
                firms.add(firm.path("id").asText());
            }
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (found.size() < wanted) {
            JsonNode page = hr.get("/api/v1/employees?limit=" + PAGE + cursor);
            for (JsonNode one : page.path("items")) {
                if (one.path("status").asText().equals("active")
                        && firms.contains(one.path("subsidiaryId").asText())
                        && found.size() < wanted) {
                    found.add(one.path("id").asText());
                }
            }
            if (!page.path("next").isTextual()) {
                throw new IllegalStateException("Only " + found.size() + " employees for " + wanted + " cases");
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
        return found;
    }
}
