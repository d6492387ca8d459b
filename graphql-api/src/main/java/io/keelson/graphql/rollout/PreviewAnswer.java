package io.keelson.graphql.rollout;

import io.keelson.api.error.RejectedException;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.PreviewedStage;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.graphql.page.Connection;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A preview together with what was asked, whose names it uses. */
record PreviewAnswer(RolloutSpec spec, RolloutPreview preview) {
    private static final Pattern CURSOR = Pattern.compile("\\d{1,6}");

    public RolloutState state() {
        return preview.state();
    }

    public String reason() {
        return preview.reason();
    }

    public @Nullable Instant endsAt() {
        return preview.endsAt();
    }

    public int size() {
        return preview.members().size();
    }

    public RolloutCounts counts() {
        return RolloutCounts.of(preview.members());
    }

    public List<PreviewedStage> stages() {
        return preview.stages();
    }

    /** A part of the members; a cursor is a member's place in the order of turns, which is the same in every preview of the same. */
    Connection<PreviewedNode> members(Page page, @Nullable MemberOutcome outcome) {
        List<PreviewedMember> all = preview.members();
        int[] matching = IntStream.range(0, all.size())
                .filter(number -> outcome == null || all.get(number).outcome() == outcome)
                .toArray();
        int after = page.after() == null ? -1 : read(page.after());
        int[] wanted = IntStream.of(matching)
                .filter(number -> number > after)
                .limit(page.first() + 1L)
                .toArray();
        List<Integer> part = IntStream.of(wanted).limit(page.first()).boxed().toList();
        return Connection.of(
                part.stream()
                        .map(number -> PreviewedNode.of(spec, all.get(number)))
                        .toList(),
                part.stream().map(String::valueOf).toList(),
                new PageInfo(wanted.length > page.first(), matching.length),
                page.after());
    }

    private static int read(String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            throw RejectedException.invalid(
                    "after", "after is not a cursor of this list; take endCursor of an earlier answer.");
        }
        return Integer.parseInt(cursor);
    }
}
