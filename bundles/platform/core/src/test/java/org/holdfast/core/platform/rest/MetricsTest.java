package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void figuresAreWrittenInPrometheusForm() {
        RequestCounts counts = new RequestCounts();
        counts.count(200, 500_000_000L);
        counts.count(200, 0);
        counts.count(404, 0);

        String text = MetricsServlet.render(List.of(new GaugeSource.Gauge("holdfast_people", "People.", 3000)), counts);

        assertThat(text)
                .contains("# TYPE holdfast_people gauge\nholdfast_people 3000\n")
                .contains("holdfast_http_requests_total{status=\"200\"} 2\n")
                .contains("holdfast_http_requests_total{status=\"404\"} 1\n")
                .contains("holdfast_http_request_seconds_total 0.5\n");
    }
}
