package org.holdfast.core.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** Endpoints as rooms have them, for tests of the filter. */
@Path("probe")
@Produces("application/json")
public final class Probe {
    final AtomicInteger writes = new AtomicInteger();

    @Nullable
    RequestVisibility visibility;

    @GET
    @Path("unmarked")
    public String unmarked() {
        return "{}";
    }

    @GET
    @Path("bands/{subsidiary}/{person}")
    @Permitted({"risk:read", "risk:readBand"})
    public String band(@PathParam("subsidiary") String subsidiary, @PathParam("person") String person) {
        UUID company = UUID.fromString(subsidiary);
        UUID who = UUID.fromString(person);
        sight().requirePerson(company, who);
        return "{\"score\":" + sight().has("risk:read", company, who) + "}";
    }

    @GET
    @Path("people/{subsidiary}/{person}")
    @Permitted("employees:read")
    public String people(@PathParam("subsidiary") String subsidiary, @PathParam("person") String person) {
        UUID company = UUID.fromString(subsidiary);
        UUID who = UUID.fromString(person);
        return "{\"seen\":" + sight().maySee(company, who) + ",\"alerts\":" + sight().has("alerts:read", company, who)
                + ",\"scores\":" + sight().has("risk:read") + "}";
    }

    @POST
    @Path("write")
    @Permitted("signals:write")
    public String write(Note note) {
        if (note.text().equals("wrong")) {
            throw org.holdfast.core.platform.rest.RestException.invalid("text", "form");
        }
        return "{\"number\":" + writes.incrementAndGet() + "}";
    }

    private Visibility sight() {
        if (visibility == null) {
            throw new IllegalStateException();
        }
        return visibility;
    }

    record Note(String text) {}
}
