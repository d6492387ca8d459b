package io.keelson.query.rollout;

import io.keelson.query.read.RowRepository;

interface RolloutMemberRepository extends RowRepository<RolloutMemberEntity> {}
