package io.keelson.command.claim;

class InMemoryClaimsTest extends ClaimsContract {
    private final Claims claims = new InMemoryClaims();

    @Override
    Claims claims() {
        return claims;
    }
}
