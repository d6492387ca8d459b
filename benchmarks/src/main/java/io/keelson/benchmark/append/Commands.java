package io.keelson.benchmark.append;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.suspension.SuspensionId;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Clients that send commands; each command is one event and one commit. */
final class Commands {
    /** Histories stay as short as those of real aggregates. */
    private static final int EVENTS_PER_AGGREGATE = 20;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Every command makes a counter, so nothing is read. */
    Clients.Deed starting() {
        return () -> send(new StartCounter(UUID.randomUUID().toString()));
    }

    /** Nineteen commands of twenty read the counter's history first. */
    Clients.Deed moving() {
        return new Clients.Deed() {
            private String counterId = "";
            private int events;

            @Override
            public void run() {
                if (events++ % EVENTS_PER_AGGREGATE == 0) {
                    counterId = UUID.randomUUID().toString();
                    send(new StartCounter(counterId));
                } else {
                    send(new MoveCounter(counterId));
                }
            }
        };
    }

    /** Partners are registered, suspended and resumed, with claims and directory. */
    Clients.Deed partners() {
        return new Clients.Deed() {
            private PartnerId partnerId = PartnerId.random();
            private int events;

            @Override
            public void run() {
                int event = events++ % EVENTS_PER_AGGREGATE;
                if (event == 0) {
                    partnerId = PartnerId.random();
                    String name = partnerId.value().toString();
                    send(new RegisterPartner(
                            partnerId, new PartnerName(name), new EmailAddress(name + "@benchmark.example")));
                } else {
                    send(
                            event % 2 == 1
                                    ? new SuspendPartner(partnerId, SuspensionId.random())
                                    : new ResumePartner(partnerId));
                }
            }
        };
    }

    private void send(Object command) {
        Object answer = gateway.sendAndWait(message(command));
        if (answer instanceof Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    static CommandMessage<?> message(Object command) {
        RequestContext context =
                RequestContext.system(UUID.randomUUID().toString()).withReason("benchmark");
        return GenericCommandMessage.asCommandMessage(command).withMetaData(context.toMetadata());
    }
}
