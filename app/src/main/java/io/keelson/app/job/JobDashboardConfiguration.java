package io.keelson.app.job;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.job.shift.ShiftDashboard;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves JobRunr's pages when the operator asks for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "keelson.jobs.dashboard.enabled", havingValue = "true")
class JobDashboardConfiguration {
    @Bean(initMethod = "start", destroyMethod = "stop")
    ShiftDashboard shiftDashboard(
            @Qualifier("workerDataSource") HikariDataSource workers, JobDashboardProperties properties) {
        properties.requirePassword();
        return new ShiftDashboard(workers, properties.port(), properties.user(), properties.password());
    }
}
