SELECT name, description, price_cents AS cents FROM products ORDER BY id DESC LIMIT 100
