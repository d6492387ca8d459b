package io.keelson.graphql.partner;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.UpdatePartner;
import org.jspecify.annotations.Nullable;

/** Which partner to change, and into what; null keeps what is. */
record UpdatePartnerInput(
        String partnerId, @Nullable String name, @Nullable String email) {
    UpdatePartner toCommand() {
        return new UpdatePartner(
                PartnerId.parse(partnerId),
                name == null ? null : new PartnerName(name),
                email == null ? null : new EmailAddress(email));
    }
}
