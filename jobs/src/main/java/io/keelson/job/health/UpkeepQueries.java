package io.keelson.job.health;

import io.keelson.api.health.DriftAction;
import io.keelson.api.health.DriftView;
import io.keelson.api.health.FindOrphans;
import io.keelson.api.health.GetUpkeep;
import io.keelson.api.health.HealthReportView;
import io.keelson.api.health.OrphanView;
import io.keelson.api.health.UpkeepView;
import io.keelson.api.instance.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers how instances are and what was found of them. */
public final class UpkeepQueries {
    private static final String UPKEEP = """
        select w.instance_id, w.epoch, w.state, s.report
        from jobs.instance_watch w left join lateral (
          select report from jobs.health_sample where instance_id = w.instance_id order by at desc limit 1) s on true
        where w.instance_id in (:ids)\
        """;

    private final JdbcClient jdbc;
    private final OrphanTable orphans;

    public UpkeepQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.orphans = new OrphanTable(dataSource);
    }

    @QueryHandler
    List<UpkeepView> handle(GetUpkeep query) {
        if (query.ids().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(UPKEEP)
                .param("ids", query.ids().stream().map(InstanceId::value).toList())
                .query((row, _) -> view(row))
                .list();
    }

    @QueryHandler
    List<OrphanView> handle(FindOrphans query) {
        return orphans.all();
    }

    private static UpkeepView view(ResultSet row) throws SQLException {
        long epoch = row.getLong("epoch");
        String state = row.getString("state");
        String report = row.getString("report");
        Memory memory = state == null
                ? Memory.since(epoch)
                : HealthJson.read(state, Memory.class).inEpoch(epoch);
        return new UpkeepView(
                new InstanceId(row.getObject("instance_id", UUID.class)),
                report == null ? null : HealthJson.read(report, HealthReportView.class),
                memory.drift().stream().map(seen -> drift(seen, memory)).toList(),
                memory.leftAlone());
    }

    private static DriftView drift(SeenDrift seen, Memory memory) {
        boolean reported =
                memory.reported().stream().anyMatch(found -> found.kind().equals(seen.kind()));
        DriftAction action = DriftRound.action(seen, memory.drift());
        boolean givenUp = reported || (action == DriftAction.HEAL && memory.leftAlone());
        return new DriftView(seen.kind(), seen.detail(), givenUp ? DriftAction.REPORT : action, seen.since());
    }
}
