package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.launcher.client.ApiCalls;

/** A shop whose industry no shipped bundle knows. */
final class RetailFiles {
    static final List<String> NAMES = List.of("subsidiaries.csv", "departments.csv", "employees.csv", "signals.csv");

    private RetailFiles() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("subsidiaries.csv"), """
                code,name,country,industry,timezone,language,sandbox
                SHOP,Corner shops,CN,retail,Asia/Shanghai,en,1
                """);
        Files.writeString(folder.resolve("departments.csv"), """
                code,name,parent_code,subsidiary,level,region
                SHOP-D,Shops,,SHOP,division,Jiangsu
                """);
        Files.writeString(folder.resolve("employees.csv"), """
                employee_no,name,subsidiary,department,position,position_family,hire_date,status
                SHOP-1,Zhou Mingyue,SHOP,SHOP-D,Cashier,shopFloor,2023-03-01,active
                """);
        Files.writeString(folder.resolve("signals.csv"), """
                subsidiary,employee_no,signal,date,value,source
                SHOP,SHOP-1,retail.shift_swaps,2026-08-15,1,roster
                SHOP,SHOP-1,retail.shift_swaps,2026-10-10,3,roster
                SHOP,SHOP-1,retail.shift_swaps,2026-10-20,3,roster
                SHOP,SHOP-1,attendance.late,2026-09-12,10,punch
                SHOP,SHOP-1,attendance.late,2026-10-12,20,punch
                SHOP,SHOP-1,attendance.leave_days,2026-10-15,2,punch
                """);
    }

    static String subsidiary(ApiCalls api) {
        for (JsonNode subsidiary : api.get("/api/v1/subsidiaries?limit=200").path("items")) {
            if (subsidiary.path("code").asText().equals("SHOP")) {
                return subsidiary.path("id").asText();
            }
        }
        throw new AssertionError("The shop was not imported");
    }

    static JsonNode bases(String from) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        ArrayNode items = body.putArray("items");
        Set<DataCategory> onConsent = Set.of(DataCategory.FEEDBACK, DataCategory.SURVEY, DataCategory.JOB_SITE);
        for (DataCategory category : DataCategory.values()) {
            items.addObject()
                    .put("category", category.code())
                    .put("purpose", "retention")
                    .put("kind", onConsent.contains(category) ? "consent" : "hrRules")
                    .put("from", from)
                    .putNull("to");
        }
        return body;
    }
}
