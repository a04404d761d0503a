package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import org.holdfast.launcher.config.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plain HTTP answers where the server has HTTPS, and which connections count as encrypted. */
class WireTest {
    private static final List<Network> PROXIES = List.of(
            Network.of("127.0.0.0/8").orElseThrow(), Network.of("10.0.0.5").orElseThrow());

    @ParameterizedTest
    @CsvSource({
        // secure, from, method, path, with a token, what becomes of it
        "true,198.51.100.7,POST,/api/v1/session,false,SERVED",
        "false,127.0.0.1,POST,/api/v1/session,true,SERVED",
        "false,198.51.100.7,GET,/,false,REDIRECTED",
        "false,198.51.100.7,HEAD,/people/1,false,REDIRECTED",
        "false,198.51.100.7,GET,/health/ready,false,SERVED",
        "false,198.51.100.7,POST,/api/v1/session,false,REFUSED",
        "false,198.51.100.7,GET,/api/v1/employees,true,REFUSED",
        "false,10.0.0.5,POST,/api/v1/session,false,REFUSED"
    })
    void plainHttpFromElsewhereTakesNeitherPasswordsNorTokens(
            boolean secure, String from, String method, String path, boolean token, Wire.Answer answer) {
        HttpServletRequest request = request(secure, from, "https", token ? "Bearer x" : null, method, path);

        assertThat(Wire.of(request, PROXIES, false).answer(request)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "true,198.51.100.7,,true",
        "false,198.51.100.7,https,false",
        "false,10.0.0.5,https,true",
        "false,10.0.0.5,http,false",
        "false,10.0.0.5,,false",
        "false,127.0.0.1,https,true"
    })
    void onlyATrustedProxyIsBelievedThatItsOtherSideIsEncrypted(
            boolean secure, String from, String said, boolean encrypted) {
        HttpServletRequest request = request(secure, from, said, null, "GET", "/");

        assertThat(Wire.of(request, PROXIES, false).encrypted()).isEqualTo(encrypted);
    }

    private static HttpServletRequest request(
            boolean secure, String from, String said, String token, String method, String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                WireTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "isSecure" -> secure;
                    case "getRemoteAddr" -> from;
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getHeader" -> arguments[0].equals("Authorization") ? token : said;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
