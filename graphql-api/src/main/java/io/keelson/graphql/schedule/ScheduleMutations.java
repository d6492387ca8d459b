package io.keelson.graphql.schedule;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.command.BackfillSchedule;
import io.keelson.api.schedule.command.CreateSchedule;
import io.keelson.api.schedule.command.DeleteSchedule;
import io.keelson.api.schedule.command.DisableSchedule;
import io.keelson.api.schedule.command.EnableSchedule;
import io.keelson.api.schedule.command.RunScheduleNow;
import io.keelson.api.schedule.command.ScheduleCommand;
import io.keelson.api.schedule.query.GetSchedules;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.api.tenant.TenantId;
import io.keelson.graphql.input.InputField;
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

/**
 * Makes, changes, switches, runs and deletes schedules. Rejected with SCHEDULE_NOT_FOUND, NAME_TAKEN, TENANT_NOT_FOUND,
 * INSTANCE_NOT_FOUND, OWNER_MISMATCH, WRONG_STATE or INVALID_INPUT.
 */
@Controller
final class ScheduleMutations {
    private final Messages messages;
    private final Changes changes;

    ScheduleMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    SchedulePayload createSchedule(@Argument CreateScheduleInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        ScheduleId id = new ScheduleId(request.newId("schedule"));
        CreateSchedule command = input.toCommand(id, owner(input, request));
        return new SchedulePayload(changes.create(request, command, Changed.of("scheduleId", id), read(id, request)));
    }

    @MutationMapping
    SchedulePayload changeSchedule(@Argument ChangeScheduleInput input, DataFetchingEnvironment environment) {
        return sent(Request.of(environment), ScheduleId.parse(input.scheduleId()), input.toCommand());
    }

    @MutationMapping
    SchedulePayload enableSchedule(@Argument EnableScheduleInput input, DataFetchingEnvironment environment) {
        ScheduleId id = ScheduleId.parse(input.scheduleId());
        return sent(Request.of(environment), id, new EnableSchedule(id));
    }

    @MutationMapping
    SchedulePayload disableSchedule(@Argument DisableScheduleInput input, DataFetchingEnvironment environment) {
        ScheduleId id = ScheduleId.parse(input.scheduleId());
        return sent(Request.of(environment).withReason(input.reason()), id, new DisableSchedule(id));
    }

    @MutationMapping
    SchedulePayload runScheduleNow(@Argument RunScheduleNowInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        ScheduleId id = ScheduleId.parse(input.scheduleId());
        return sent(request, id, new RunScheduleNow(id, request.newId("run")));
    }

    @MutationMapping
    SchedulePayload backfillSchedule(@Argument BackfillScheduleInput input, DataFetchingEnvironment environment) {
        ScheduleId id = ScheduleId.parse(input.scheduleId());
        return sent(
                Request.of(environment).withReason(input.reason()),
                id,
                new BackfillSchedule(id, input.from(), input.to()));
    }

    @MutationMapping
    SchedulePayload deleteSchedule(@Argument DeleteScheduleInput input, DataFetchingEnvironment environment) {
        ScheduleId id = ScheduleId.parse(input.scheduleId());
        return sent(Request.of(environment).withReason(input.reason()), id, new DeleteSchedule(id));
    }

    private SchedulePayload sent(Request request, ScheduleId id, ScheduleCommand command) {
        messages.send(command, request.context());
        return new SchedulePayload(changes.await(request, Changed.of("scheduleId", id), read(id, request)));
    }

    private Supplier<@Nullable ScheduleView> read(ScheduleId id, Request request) {
        return () -> messages.askOne(new GetSchedules(List.of(id)), ScheduleView.class, request.context());
    }

    /** The tenant of a schedule about an instance is the tenant of the instance. */
    private ScheduleOwner owner(CreateScheduleInput input, Request request) {
        TenantId tenantId = InputField.readOptional("tenantId", input.tenantId(), TenantId::parse);
        InstanceId instanceId = InputField.readOptional("instanceId", input.instanceId(), InstanceId::parse);
        if (instanceId == null) {
            return new ScheduleOwner(tenantId, null);
        }
        InstanceView instance =
                messages.askOne(new GetInstances(List.of(instanceId)), InstanceView.class, request.context());
        if (instance == null) {
            throw new RejectedException(
                    ErrorCode.INSTANCE_NOT_FOUND, "instanceId", "There is no %s.".formatted(instanceId));
        }
        if (tenantId != null && !tenantId.equals(instance.tenantId())) {
            throw new RejectedException(
                    ErrorCode.OWNER_MISMATCH,
                    "tenantId",
                    "%s does not belong to %s; leave the tenant out.".formatted(instanceId, tenantId));
        }
        return new ScheduleOwner(instance.tenantId(), instanceId);
    }
}
