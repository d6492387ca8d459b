package io.keelson.query.setting;

import io.keelson.query.read.RowRepository;

interface SettingChangeRepository extends RowRepository<SettingChangeEntity> {}
