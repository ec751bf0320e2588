-- A task that a module makes by itself keeps what it is about, and is worded for each reader.

alter table casework.task add column about jsonb;
comment on column casework.task.about is
  'Of a task made by a module: {kind, params}, worded for each reader. Null for one that an officer wrote, and once an officer wrote it anew.';
