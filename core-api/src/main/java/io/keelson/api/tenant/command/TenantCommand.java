package io.keelson.api.tenant.command;

/** Index of what can be asked of a tenant. */
public sealed interface TenantCommand permits RegisterTenant, UpdateTenant, SuspendTenant, ResumeTenant, DeleteTenant {}
