package org.holdfast.core.platform.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code /metrics} in Prometheus's text form: figures of the process, of the calls, and of the rooms. */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a servlet is never serialised
    private RequestCounts counts;

    @Inject
    @Any
    @SuppressWarnings("serial") // a servlet is never serialised
    private Instance<GaugeSource> sources;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<GaugeSource.Gauge> gauges = new ArrayList<>(process());
        sources.forEach(source -> gauges.addAll(source.gauges()));
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(render(gauges, counts));
    }

    static String render(List<GaugeSource.Gauge> gauges, RequestCounts counts) {
        StringBuilder out = new StringBuilder();
        for (GaugeSource.Gauge gauge : gauges) {
            head(out, gauge.name(), gauge.help(), "gauge");
            out.append(gauge.name()).append(' ').append(number(gauge.value())).append('\n');
        }
        head(out, "holdfast_http_requests_total", "Answers by status since the start.", "counter");
        counts.byStatus()
                .forEach((status, count) -> out.append("holdfast_http_requests_total{status=\"")
                        .append(status)
                        .append("\"} ")
                        .append(count.sum())
                        .append('\n'));
        head(out, "holdfast_http_request_seconds_total", "Time spent answering since the start.", "counter");
        out.append("holdfast_http_request_seconds_total ")
                .append(number(counts.seconds()))
                .append('\n');
        return out.toString();
    }

    private static List<GaugeSource.Gauge> process() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return List.of(
                new GaugeSource.Gauge("holdfast_uptime_seconds", "Time since the process started.", uptime),
                new GaugeSource.Gauge("jvm_memory_heap_used_bytes", "Heap in use.", heap.getUsed()),
                new GaugeSource.Gauge(
                        "jvm_memory_heap_committed_bytes", "Heap taken from the system.", heap.getCommitted()),
                new GaugeSource.Gauge("jvm_memory_heap_max_bytes", "Heap the process may take.", heap.getMax()),
                new GaugeSource.Gauge("jvm_threads", "Live threads.", threads));
    }

    private static void head(StringBuilder out, String name, String help, String type) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
