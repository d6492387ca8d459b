INSERT INTO products (name, description, price_cents) VALUES (?, ?, ?::bigint)
