package io.keelson.graphql.partner;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.RegisterPartner;

/** A new partner as a caller describes it. */
record RegisterPartnerInput(String name, String email) {

    RegisterPartner toCommand(PartnerId id) {
        return new RegisterPartner(id, new PartnerName(name), new EmailAddress(email));
    }
}
