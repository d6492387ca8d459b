package io.keelson.query.partner;

import io.keelson.query.read.RowRepository;

interface PartnerRepository extends RowRepository<PartnerEntity> {}
