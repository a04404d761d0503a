package com.example.messenger;

import java.io.IOException;
import org.holdfast.api.channel.Channel;
import org.holdfast.testkit.channel.ChannelContract;
import org.holdfast.testkit.channel.FarSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class MessengerChannelContractTest extends ChannelContract {
    private MessengerServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MessengerServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Channel newChannel() {
        return new MessengerChannel(server.address(), "token");
    }

    @Override
    protected FarSide farSide() {
        return server;
    }

    @Override
    protected String address() {
        return "u-100";
    }
}
