INSERT INTO products (name, price)
SELECT name, cents / 100.0 FROM (VALUES (?, ?, ?::bigint)) AS product (name, description, cents)
