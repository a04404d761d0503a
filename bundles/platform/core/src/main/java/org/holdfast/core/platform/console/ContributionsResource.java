package org.holdfast.core.platform.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that bundles add to the console: what their {@code ui/pages.json} names. */
@Path("console/contributions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContributionsResource {
    private static final Logger LOG = LoggerFactory.getLogger(ContributionsResource.class);
    private static final String FILE = "ui/pages.json";

    @Inject
    private CapabilityRegistry registry;

    /**
     * A page as its bundle describes it.
     *
     * @param apiLevel level of the console's API it was made for
     * @param kind {@code descriptor} or {@code module}
     * @param path address in the console, begins with {@code /x/}
     * @param titleKey key of its title
     * @param slot where it appears, {@code nav} for the menu
     * @param src its file, relative to the folder {@code ui} of the bundle
     */
    public record Described(int apiLevel, String kind, String path, String titleKey, String slot, String src) {}

    /**
     * A page as the console loads it.
     *
     * @param bundle symbolic name of its bundle
     * @param apiLevel level of the console's API it was made for
     * @param kind {@code descriptor} or {@code module}
     * @param path address in the console
     * @param titleKey key of its title
     * @param slot where it appears
     * @param src address of its file
     */
    public record Contribution(
            String bundle, int apiLevel, String kind, String path, String titleKey, String slot, String src) {}

    /**
     * The pages.
     *
     * @param items the pages
     */
    @TellsNothing
    public record ContributionList(List<Contribution> items) {}

    /**
     * Lists the pages of all active bundles.
     *
     * @return the pages
     */
    @GET
    @NothingPersonal
    @Permitted("session:own")
    @WorksSealed
    public ContributionList list() {
        List<Contribution> items = new ArrayList<>();
        for (BundleReport bundle : registry.bundles()) {
            Optional<InputStream> file = registry.resource(bundle.symbolicName(), FILE);
            file.ifPresent(content -> items.addAll(read(bundle.symbolicName(), content)));
        }
        return new ContributionList(items);
    }

    private static List<Contribution> read(String bundle, InputStream content) {
        try (content) {
            return Json.mapper().readValue(content, new TypeReference<List<Described>>() {}).stream()
                    .map(page -> new Contribution(
                            bundle,
                            page.apiLevel(),
                            page.kind(),
                            page.path(),
                            page.titleKey(),
                            page.slot(),
                            "/ui/" + bundle + "/" + page.src()))
                    .toList();
        } catch (JsonProcessingException e) {
            LOG.warn("Bundle {} adds no pages: its {} is not of the expected form", bundle, FILE);
            return List.of();
        } catch (IOException e) {
            LOG.warn("Bundle {} adds no pages: its {} cannot be read", bundle, FILE);
            return List.of();
        }
    }
}
