-- A note written while the line was down is recorded with the hour at which it was written, and the hour at which it came.
alter table casework.note add column recorded_at timestamptz;
comment on column casework.note.recorded_at is 'When the server had it; empty for notes from before this was kept, which came as they were written.';
comment on column casework.note.written_at is 'When it was written.';
