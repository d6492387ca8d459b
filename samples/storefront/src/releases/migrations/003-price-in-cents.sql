ALTER TABLE products ADD COLUMN price_cents bigint CHECK (price_cents >= 0);
UPDATE products SET price_cents = (price * 100)::bigint;
ALTER TABLE products ALTER COLUMN price_cents SET NOT NULL;
ALTER TABLE products DROP COLUMN price;
