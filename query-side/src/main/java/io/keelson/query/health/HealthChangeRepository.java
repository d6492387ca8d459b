package io.keelson.query.health;

import io.keelson.query.read.RowRepository;

interface HealthChangeRepository extends RowRepository<HealthChangeEntity> {}
