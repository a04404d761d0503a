package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where events may go: a server that sends wherever it is told is a way into networks that nobody else can call. */
class TargetAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://oa.firm.example/holdfast?of=1",
                "https://10.1.2.3:8443/",
                "https://[fd12::7]/hook",
                "http://localhost:9090/hook",
                "http://127.0.0.1/hook",
                "http://[::1]:1/hook"
            })
    void systemsOfTheFirmMayBeNamed(String url) {
        assertThat(TargetAddress.of(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oa.firm.example",
                "//oa.firm.example/hook",
                "http://oa.firm.example/hook",
                "http://127.0.0.1.evil.example/hook",
                "http://localhost.evil.example/hook",
                "https://somebody@oa.firm.example/",
                "https://somebody:secret@oa.firm.example/",
                "https://oa.firm.example/#here",
                "https:///hook",
                "https://oa.firm.example:0/",
                "https://oa.firm.example:65536/",
                "ftp://oa.firm.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://oa firm.example/",
                "https://oa.firm.example/\r\nX: y"
            })
    void whatIsNoAddressOfASystemIsRefused(String url) {
        assertThat(TargetAddress.of(url)).isEmpty();
    }

    @Test
    void anAddressWithoutEndIsRefused() {
        assertThat(TargetAddress.of("https://oa.firm.example/" + "a".repeat(3_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
                "2002:a9fe:a9fe::1",
                "::169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255"
            })
    void aNameThatLeadsToTheMachineItselfOrToNobodyIsNotCalled(String address) throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("oa.firm.example", InetAddress.getByName("10.1.2.3"), InetAddress.getByName(address));

        assertThatThrownBy(() -> new GuardedNames(names).resolve("oa.firm.example"))
                .isInstanceOf(GuardedNames.Forbidden.class);
    }

    @Test
    void privateNetworksAreTheFirmsOwn() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        InetAddress[] all = {
            InetAddress.getByName("10.1.2.3"),
            InetAddress.getByName("192.168.7.7"),
            InetAddress.getByName("fd12::7"),
            InetAddress.getByName("203.0.113.7")
        };
        names.add("oa.firm.example", all);

        assertThat(new GuardedNames(names).resolve("oa.firm.example"))
                .as("each that does not answer takes its time")
                .hasSize(3);
    }

    @Test
    void theServersOwnMachineIsCalledWhereItIsNamedAsSuch() throws UnknownHostException {
        assertThat(new GuardedNames().resolve("127.0.0.1")).hasSize(1);
        assertThat(new GuardedNames().resolve("localhost")).isNotEmpty();
    }
}
