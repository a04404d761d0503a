package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final MemoryServer server = new MemoryServer(new Texts(FakeRegistry::new), new Thrower());

    @Test
    void sealedKeyRingAnswers503() {
        MemoryServer.Reply reply = server.call("GET", "throw/sealed", "");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("type")).isEqualTo("/problems/key-ring-sealed");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("detail")).isEqualTo("no root key file");
    }

    @Test
    void titleIsInTheReadersLanguage() {
        MemoryServer.Reply reply =
                server.with("Accept-Language", "zh-CN,zh;q=0.9").call("GET", "throw/sealed", "");

        assertThat(reply.text("title")).isEqualTo("密钥环已封存");
        assertThat(reply.text("detail")).startsWith("在管理员解锁");
        assertThat(reply.header("Content-Language")).isEqualTo("zh");
    }

    @Test
    void whyABundleIsRefusedIsSaidInTheReadersLanguage() {
        MemoryServer.Reply english = server.call("GET", "throw/refused", "");
        MemoryServer.Reply chinese = server.with("Accept-Language", "zh").call("GET", "throw/refused", "");

        assertThat(chinese.text("detail")).isEqualTo("不接受文件 x.jar：它没有签名。");
        assertThat(english.text("detail")).isEqualTo("The file x.jar is not taken: it is not signed.");
    }

    @Test
    void whatIsWrongWithAFieldIsSaidInTheReadersLanguage() {
        MemoryServer.Reply chinese =
                server.with("Accept-Language", "zh").call("POST", "throw", "{\"items\":[{\"secretName\":\"Li Wei\"}]}");

        assertThat(chinese.body()).contains("未知；已知的有：day").doesNotContain("known are");
    }

    @Test
    void categoryOfTheCodeGivesTheStatus() {
        assertThat(server.call("GET", "throw/refused", "").status()).isEqualTo(400);
        assertThat(server.call("GET", "throw/gone", "").status()).isEqualTo(503);
        assertThat(server.call("GET", "throw/slow", "").status()).isEqualTo(502);
        assertThat(server.call("GET", "throw/wrapped", "").status()).isEqualTo(502);
    }

    @Test
    void unexpectedFailureTellsNothingButAReference() {
        MemoryServer.Reply reply = server.call("GET", "throw/bug", "");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text("type")).isEqualTo("/problems/internal-error");
        assertThat(reply.text("instance")).startsWith("urn:uuid:");
        assertThat(reply.body()).doesNotContain("Li Wei").doesNotContain("Exception");
    }

    @Test
    void jaxRsRefusalsAreProblemsToo() {
        assertThat(server.call("GET", "nowhere", "").text("type")).isEqualTo("/problems/not-found");
        MemoryServer.Reply wrongMethod = server.call("DELETE", "throw/sealed", "");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).contains("GET");
        MemoryServer.Reply wrongMedia =
                server.with("Content-Type", "text/plain").call("POST", "throw", "x");
        assertThat(wrongMedia.status()).isEqualTo(415);
        assertThat(wrongMedia.text("type")).isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void wrongBodyIsAnsweredWithoutItsWords() {
        MemoryServer.Reply unknown = server.call("POST", "throw", "{\"items\":[{\"secretName\":\"Li Wei\"}]}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("items[0]").contains("unknown").contains("known are: day");
        assertThat(unknown.body()).doesNotContain("Li Wei").doesNotContain("secretName");

        MemoryServer.Reply form = server.call("POST", "throw", "{\"items\":[{\"day\":\"Li Wei\"}]}");
        assertThat(form.body()).contains("items[0].day").contains("form").doesNotContain("Li Wei");

        MemoryServer.Reply broken = server.call("POST", "throw", "{Li Wei");
        assertThat(broken.text("type")).isEqualTo("/problems/unreadable-body");
        assertThat(broken.body()).doesNotContain("Li Wei");
    }

    @Test
    void bodyOverTheLimitIsRefused() {
        String large = "{\"items\":[" + " ".repeat(MaxBody.DEFAULT_BYTES) + "]}";

        assertThat(server.call("POST", "throw", large).status()).isEqualTo(413);
        assertThat(server.call("POST", "throw/large", large).status()).isEqualTo(204);
    }

    /** Fails as it is told. */
    @Path("throw")
    @Produces("application/json")
    @Consumes("application/json")
    public static final class Thrower {
        @GET
        @Path("{what}")
        public String fail(@PathParam("what") String what) {
            throw switch (what) {
                case "sealed" -> new KeyRingSealedException("no root key file");
                case "refused" ->
                    new BundleFailure(
                            RegistryError.BUNDLE_REFUSED,
                            Message.of("bundleRefusal.file", "x.jar", Message.of("bundleDistrust.notSigned")));
                case "gone" -> new HoldfastException(RegistryError.CAPABILITY_GONE, "gone");
                case "slow" -> new HoldfastException(RegistryError.CAPABILITY_TIMED_OUT, "slow");
                case "wrapped" ->
                    new IllegalStateException(new HoldfastException(RegistryError.CAPABILITY_FAILED, "failed"));
                default -> new IllegalStateException("Li Wei is not a number");
            };
        }

        @POST
        public void take(Body body) {}

        @POST
        @Path("large")
        public void takeLarge(@MaxBody(MaxBody.HIGHEST_BYTES) Body body) {}
    }

    record Body(List<Item> items) {}

    record Item(java.time.LocalDate day) {}
}
