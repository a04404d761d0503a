package org.holdfast.core.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API's root. Resources and providers are found by their annotations. */
@ApplicationPath(RestApplication.ROOT)
public final class RestApplication extends Application {
    /** Address of the API. */
    public static final String ROOT = "/api/v1";

    @Override
    public Map<String, Object> getProperties() {
        // Names a JSON library Jersey does not know, so that none of those it finds takes part: JsonBody is the one.
        return Map.of("jersey.config.jsonFeature", "HoldfastJson");
    }
}
