-- The tags of an instance as one text, ",one,two,"; null for none. Any of them is found through the index.
alter table read_model.instance add column tags text;
create index instance_by_tag on read_model.instance using gin (tags gin_trgm_ops);
