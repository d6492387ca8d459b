package io.keelson.graphql.partner;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.command.DeletePartner;
import io.keelson.api.partner.command.PartnerCommand;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.partner.command.UpdatePartner;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Registers, changes, suspends, resumes and deletes partners. Rejected with the codes of the commands. */
@Controller
final class PartnerMutations {
    private final Messages messages;
    private final Changes changes;

    PartnerMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    PartnerPayload registerPartner(@Argument RegisterPartnerInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        RegisterPartner command = input.toCommand(new PartnerId(request.newId("partner")));
        PartnerId id = command.partnerId();
        return new PartnerPayload(changes.create(request, command, Changed.of("partnerId", id), read(id, request)));
    }

    @MutationMapping
    PartnerPayload updatePartner(@Argument UpdatePartnerInput input, DataFetchingEnvironment environment) {
        UpdatePartner command = input.toCommand();
        return change(command.partnerId(), command, Request.of(environment));
    }

    @MutationMapping
    PartnerPayload suspendPartner(@Argument SuspendPartnerInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        PartnerId id = PartnerId.parse(input.partnerId());
        return change(id, new SuspendPartner(id, new SuspensionId(request.newId("suspension"))), request);
    }

    @MutationMapping
    PartnerPayload resumePartner(@Argument ResumePartnerInput input, DataFetchingEnvironment environment) {
        Request plain = Request.of(environment);
        Request request = input.reason() == null ? plain : plain.withReason(input.reason());
        PartnerId id = PartnerId.parse(input.partnerId());
        return change(id, new ResumePartner(id), request);
    }

    @MutationMapping
    PartnerPayload deletePartner(@Argument DeletePartnerInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        PartnerId id = PartnerId.parse(input.partnerId());
        return change(id, new DeletePartner(id), request);
    }

    private PartnerPayload change(PartnerId id, PartnerCommand command, Request request) {
        messages.send(command, request.context());
        return new PartnerPayload(changes.await(request, Changed.of("partnerId", id), read(id, request)));
    }

    private Supplier<@Nullable PartnerView> read(PartnerId id, Request request) {
        return () -> messages.askOne(new GetPartners(List.of(id)), PartnerView.class, request.context());
    }
}
