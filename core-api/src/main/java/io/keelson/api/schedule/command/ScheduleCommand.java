package io.keelson.api.schedule.command;

/** Index of what can be asked of a schedule. */
public sealed interface ScheduleCommand
        permits CreateSchedule,
                ChangeSchedule,
                EnableSchedule,
                DisableSchedule,
                PauseSchedule,
                RunScheduleNow,
                BackfillSchedule,
                DeleteSchedule {}
