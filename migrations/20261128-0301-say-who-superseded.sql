-- A correction is an addition: the fact that it replaces stays and says by whom, and why, it was superseded.

do $$
declare target text;
begin
  foreach target in array array['person_name', 'identity_document', 'person_fact'] loop
    execute format('alter table registry.%I add column ended_by uuid, add column end_reason text,
      add constraint %I check (ended_at is not null or (ended_by is null and end_reason is null))', target, target || '_end_has_time');
    execute format('comment on column registry.%I.ended_by is ''Officer who superseded it.''', target);
    execute format('comment on column registry.%I.end_reason is ''Why, in words; null where it was superseded before reasons were asked for.''', target);
  end loop;
end $$;
