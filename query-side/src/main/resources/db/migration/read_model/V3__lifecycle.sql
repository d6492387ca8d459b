-- What holds for an instance beside its status, and its backups; null means nothing out of the ordinary, and none.
alter table read_model.instance add column condition jsonb, add column backups jsonb;

-- What an operation changes of its instance: a list of fields with their values before and after; null means nothing.
alter table read_model.operation add column changes jsonb;
