package io.keelson.query.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.FindInstancesOfVersion;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.instance.query.InstanceOrder;
import io.keelson.api.instance.query.InstanceOrderField;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindInstancesTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void everyFilterNarrowsTheList() {
        InstanceBlueprint shop = InstanceFixtures.blueprint();
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated());
        request("other", Events.AT);

        assertThat(count(InstanceFilter.ALL)).isEqualTo(2);
        assertThat(count(new InstanceFilter(InstanceStatus.ACTIVE, null, null, null, null, null, null, null, null)))
                .isEqualTo(2);
        assertThat(count(new InstanceFilter(InstanceStatus.FAILED, null, null, null, null, null, null, null, null)))
                .isZero();
        assertThat(count(new InstanceFilter(
                        null, InstanceType.PARTNER_DEPLOYED, null, null, null, null, null, null, null)))
                .isZero();
        assertThat(count(
                        new InstanceFilter(null, null, shop.component(), shop.version(), null, null, null, null, null)))
                .isEqualTo(2);
        assertThat(count(new InstanceFilter(
                        null, null, new ComponentName("billing"), null, null, null, null, null, null)))
                .isZero();
        assertThat(count(new InstanceFilter(
                        null, null, null, new SemanticVersion("9.0.0"), null, null, null, null, null)))
                .isZero();
        assertThat(count(new InstanceFilter(null, null, null, null, shop.partnerId(), null, null, null, null)))
                .isEqualTo(2);
        assertThat(count(new InstanceFilter(null, null, null, null, PartnerId.random(), null, null, null, null)))
                .isZero();
        assertThat(count(new InstanceFilter(null, null, null, null, null, TenantId.random(), null, null, null)))
                .isZero();
        assertThat(count(inRegion("local"))).isEqualTo(2);
        assertThat(count(inRegion("elsewhere"))).isZero();
        assertThat(count(ofHealth(InstanceHealth.HEALTHY))).isEqualTo(2);
        assertThat(count(ofHealth(InstanceHealth.DEGRADED))).isZero();
        assertThat(count(new InstanceFilter(null, null, null, null, null, null, null, null, "OTH")))
                .isEqualTo(1);
    }

    @Test
    void everyInstanceOfAReleaseIsFoundUntilItIsTerminated() {
        InstanceBlueprint shop = InstanceFixtures.blueprint();
        model.tell(InstanceFixtures.provisioningRequested());
        request("other", Events.AT);
        FindInstancesOfVersion running =
                new FindInstancesOfVersion(shop.component(), shop.version(), new Page(10, null));
        assertThat(model.ask(running, InstancePage.class).items()).hasSize(2);

        for (InstanceEvent change : List.of(
                InstanceFixtures.activated(),
                InstanceFixtures.suspended(),
                InstanceFixtures.terminationFailed(),
                InstanceFixtures.terminationRequested())) {
            model.tell(change);
            assertThat(model.ask(running, InstancePage.class).items())
                    .as("after %s", change)
                    .hasSize(2);
        }
        model.tell(InstanceFixtures.terminated());
        assertThat(model.ask(running, InstancePage.class).items()).hasSize(1);
        assertThat(model.ask(
                                new FindInstancesOfVersion(
                                        shop.component(), new SemanticVersion("9.0.0"), new Page(10, null)),
                                InstancePage.class)
                        .items())
                .isEmpty();
    }

    @Test
    void aTagIsFoundWholeAndNotByItsPart() {
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.tagged());
        request("other", Events.AT);

        assertThat(count(tagged("env:test"))).isEqualTo(1);
        assertThat(count(tagged("europe"))).isEqualTo(1);
        assertThat(count(tagged("env"))).isZero();
        assertThat(count(tagged("env_test"))).isZero();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void walkingTheListMeetsEveryInstanceOnceAndInOrder(InstanceOrder order) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        // Few different times and names, so that many rows tie.
        for (int i = 0; i < 60; i++) {
            request(
                    List.of("shop", "Shop", "ätna", "Zoo").get(random.nextInt(4)),
                    Events.AT.plusNanos(1_000L * random.nextInt(5)));
        }

        List<InstanceView> walked = new ArrayList<>();
        InstancePage page;
        String after = null;
        do {
            page = find(InstanceFilter.ALL, order, new Page(1 + random.nextInt(9), after));
            walked.addAll(page.items());
            after = page.cursors().getLast();
            assertThat(page.info().totalCount()).as("seed %d", seed).isEqualTo(60);
        } while (page.info().hasNextPage());

        Comparator<InstanceView> ascending = order.field() == InstanceOrderField.NAME
                ? Comparator.comparing(view -> view.name().value().toLowerCase(Locale.ROOT))
                : Comparator.comparing(InstanceView::createdAt);
        ascending = ascending.thenComparing(view -> view.id().toString());
        assertThat(walked)
                .as("seed %d", seed)
                .hasSize(60)
                .isSortedAccordingTo(order.direction() == Direction.ASC ? ascending : ascending.reversed());
    }

    static Stream<InstanceOrder> orders() {
        return Stream.of(InstanceOrderField.values())
                .flatMap(field -> Stream.of(Direction.values()).map(direction -> new InstanceOrder(field, direction)));
    }

    @Test
    void anInstanceAddedBehindTheCursorIsMetAndOneBeforeItIsNot() {
        request("b", Events.AT.plusSeconds(1));
        request("c", Events.AT.plusSeconds(2));
        InstancePage first = find(InstanceFilter.ALL, InstanceOrder.DEFAULT, new Page(1, null));

        request("a", Events.AT);
        request("d", Events.AT.plusSeconds(3));

        InstancePage rest = find(
                InstanceFilter.ALL,
                InstanceOrder.DEFAULT,
                new Page(10, first.cursors().getLast()));
        assertThat(rest.items()).extracting(view -> view.name().value()).containsExactly("c", "d");
    }

    @Test
    void anEmptyListHasNoNextPage() {
        InstancePage page = find(InstanceFilter.ALL, InstanceOrder.DEFAULT, new Page(5, null));

        assertThat(page.items()).isEmpty();
        assertThat(page.info().hasNextPage()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(InstanceOrderField.class)
    void aCursorThatIsNotOursIsRefused(InstanceOrderField field) {
        InstanceOrder order = new InstanceOrder(field, Direction.ASC);
        String name = field == InstanceOrderField.NAME ? "NAME_ASC" : "CREATED_AT_ASC";
        String id = InstanceFixtures.INSTANCE_ID.value().toString();

        refuses(order, "");
        refuses(order, "not base64!");
        refuses(order, "ü");
        refuses(order, "A".repeat(10_000));
        refuses(order, encoded("OTHER_ASC|x|" + id));
        refuses(order, encoded(name + "|x\0y|" + id));
        refuses(order, encoded(name + "|x|no-id"));
        if (field == InstanceOrderField.CREATED_AT) {
            refuses(order, encoded(name + "|yesterday|" + id));
            refuses(order, encoded(name + "|+1000000000-12-31T23:59:59Z|" + id));
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        request("a", Events.AT);
        request("b", Events.AT);
        String byTime = find(InstanceFilter.ALL, InstanceOrder.DEFAULT, new Page(1, null))
                .cursors()
                .getFirst();

        refuses(new InstanceOrder(InstanceOrderField.NAME, Direction.ASC), byTime);
        refuses(new InstanceOrder(InstanceOrderField.CREATED_AT, Direction.DESC), byTime);
    }

    @Test
    void aCursorChangedAtRandomIsRefusedOrAnswered() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        request("a", Events.AT);
        request("b", Events.AT);
        for (InstanceOrder order : orders().toList()) {
            byte[] cursor = find(InstanceFilter.ALL, order, new Page(1, null))
                    .cursors()
                    .getFirst()
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                byte[] changed = cursor.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(32, 127);
                answersOrRefuses(order, new String(changed, StandardCharsets.US_ASCII), seed);
            }
        }
    }

    private void answersOrRefuses(InstanceOrder order, String after, long seed) {
        try {
            assertThat(find(InstanceFilter.ALL, order, new Page(1, after)).items())
                    .as("seed %d", seed)
                    .hasSizeLessThan(2);
        } catch (Exception refusal) {
            assertThat(refusal).as("seed %d, cursor %s", seed, after).hasCauseInstanceOf(RejectedException.class);
        }
    }

    private void refuses(InstanceOrder order, String after) {
        assertThatThrownBy(() -> find(InstanceFilter.ALL, order, new Page(1, after)))
                .cause()
                .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.rejection())
                        .extracting(Rejection::code, Rejection::field)
                        .containsExactly(ErrorCode.INVALID_INPUT, "after"));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InstanceFilter inRegion(String region) {
        return new InstanceFilter(null, null, null, null, null, null, new Region(region), null, null);
    }

    private static InstanceFilter tagged(String tag) {
        return new InstanceFilter(null, null, null, null, null, null, null, null, null, new InstanceTag(tag));
    }

    private static InstanceFilter ofHealth(InstanceHealth health) {
        return new InstanceFilter(null, null, null, null, null, null, null, health, null);
    }

    private long count(InstanceFilter filter) {
        return find(filter, InstanceOrder.DEFAULT, new Page(10, null)).info().totalCount();
    }

    private InstancePage find(InstanceFilter filter, InstanceOrder order, Page page) {
        return model.ask(new FindInstances(filter, order, page), InstancePage.class);
    }

    private void request(String name, Instant at) {
        InstanceBlueprint shop = InstanceFixtures.blueprint();
        InstanceId id = InstanceId.random();
        InstanceBlueprint blueprint = new InstanceBlueprint(
                id,
                new InstanceName(name),
                shop.type(),
                shop.partnerId(),
                shop.tenantId(),
                shop.versionId(),
                shop.component(),
                shop.version(),
                shop.driver(),
                shop.configuration(),
                shop.resources(),
                shop.artifacts());
        OperationId operation = OperationId.random();
        model.deliver(List.of(
                model.stored(
                        new InstanceProvisioningRequested(
                                id,
                                operation,
                                InstanceFixtures.provisioningRequested().updatePolicy(),
                                blueprint),
                        at),
                model.stored(new InstanceActivated(id, operation, InstanceFixtures.URL), at)));
    }
}
