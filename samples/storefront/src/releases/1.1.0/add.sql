INSERT INTO products (name, description, price)
SELECT name, description, cents / 100.0 FROM (VALUES (?, ?, ?::bigint)) AS product (name, description, cents)
