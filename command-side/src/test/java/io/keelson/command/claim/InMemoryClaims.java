package io.keelson.command.claim;

import java.util.HashMap;
import java.util.Map;

/** Claims in a map, for aggregate fixtures; nothing is undone by a rollback. */
public final class InMemoryClaims implements Claims {
    private final Map<ClaimKey, String> owners = new HashMap<>();

    @Override
    public boolean claim(ClaimKey key, String owner) {
        String holder = owners.putIfAbsent(key, owner);
        if (holder != null && !holder.equals(owner)) {
            throw key.kind().taken();
        }
        return holder == null;
    }

    @Override
    public void release(ClaimKey key, String owner) {
        owners.remove(key, owner);
    }

    public boolean isFree(ClaimKey key) {
        return !owners.containsKey(key);
    }
}
