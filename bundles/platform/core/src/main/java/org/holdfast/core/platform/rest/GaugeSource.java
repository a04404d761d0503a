package org.holdfast.core.platform.rest;

import java.util.List;

/** A room that has figures for {@code /metrics}. Found by CDI; asked at each call, so it must answer at once. */
public interface GaugeSource {

    /**
     * Returns the present figures.
     *
     * @return gauges; counts of people are fine, anything about one person is not
     */
    List<Gauge> gauges();

    /**
     * A figure.
     *
     * @param name in Prometheus's form with its unit, such as {@code holdfast_people}
     * @param help what it is, in one line
     * @param value the figure
     */
    record Gauge(String name, String help, double value) {}
}
