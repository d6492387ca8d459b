package io.keelson.query.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.query.Page;
import io.keelson.api.setting.query.FindSettingChanges;
import io.keelson.api.setting.query.GetPlatformSettings;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.api.setting.query.SettingChangePage;
import io.keelson.api.setting.query.SettingChangeView;
import io.keelson.fixture.SettingFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void aSettingShowsItsLastValueAndEveryChangeLatestFirst() {
        model.deliver(List.of(
                Events.message(SettingFixtures.plansChanged(null, 750), 0, Events.AT, by("anna", "Bigger")),
                Events.message(
                        SettingFixtures.plansChanged(750, 900),
                        1,
                        Events.AT.plusSeconds(1),
                        by("bert", "Bigger still"))));

        assertThat(setting().value()).isEqualTo(SettingFixtures.plans(900));
        assertThat(setting().updatedAt()).isEqualTo(Events.AT.plusSeconds(1));
        assertThat(changes()).extracting(SettingChangeView::actorId).containsExactly("bert", "anna");
        assertThat(changes()).extracting(SettingChangeView::reason).containsExactly("Bigger still", "Bigger");
        assertThat(changes().getFirst().before()).isEqualTo(SettingFixtures.plans(750));
        assertThat(changes().getLast().before()).isNull();
    }

    @Test
    void tellingAChangeAgainAddsNothing() {
        var changed = Events.message(SettingFixtures.plansChanged(null, 750), 0, Events.AT, by("anna", "Bigger"));
        model.deliver(List.of(changed));
        model.deliver(List.of(changed));

        assertThat(changes()).hasSize(1);
    }

    private static Map<String, String> by(String actor, String reason) {
        return Map.of(RequestContext.ACTOR_ID, actor, RequestContext.REASON, reason);
    }

    private PlatformSettingView setting() {
        return model.askList(new GetPlatformSettings(List.of(SettingFixtures.KEY.id())), PlatformSettingView.class)
                .getFirst();
    }

    private List<SettingChangeView> changes() {
        return model.ask(new FindSettingChanges(SettingFixtures.KEY.id(), new Page(10, null)), SettingChangePage.class)
                .items();
    }
}
