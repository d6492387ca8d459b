package io.keelson.query.rollout;

import io.keelson.query.read.RowRepository;

interface RolloutRepository extends RowRepository<RolloutEntity> {}
