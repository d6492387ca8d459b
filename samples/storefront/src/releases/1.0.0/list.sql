SELECT name, '' AS description, (price * 100)::bigint AS cents FROM products ORDER BY id DESC LIMIT 100
