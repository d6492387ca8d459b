package io.keelson.api.partner.command;

/** Index of what can be asked of a partner. */
public sealed interface PartnerCommand
        permits RegisterPartner, UpdatePartner, SuspendPartner, ResumePartner, DeletePartner {}
