-- What retention destroys: a line of the register, a draft that was thrown away, a closed case with all that belongs to it. The
-- worker's retention job alone may do it; what is gone is invisible to everyone from then on, as if it had never been.

alter table casework.case_file add column destroyed_at timestamptz;
comment on column casework.case_file.destroyed_at is 'When retention destroyed it: its number stands, everything else is gone.';
alter table intake.line add column destroyed_at timestamptz;
comment on column intake.line.destroyed_at is 'When retention destroyed it: its number stands, everything else is gone.';

create policy case_file_kept on casework.case_file as restrictive to daira_app using (destroyed_at is null);
create policy line_kept on intake.line as restrictive to daira_app using (destroyed_at is null);

create function casework.is_destroyed(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from casework.case_file c where c.id = p_case and c.destroyed_at is not null)
$$;
comment on function casework.is_destroyed(uuid) is 'True where retention has destroyed the case; for the policies of what belongs to it.';
create policy pv_kept on documents.pv as restrictive to daira_app using (not casework.is_destroyed(case_id));

create index case_file_to_end on casework.case_file (closed_at) where state = 'closed' and destroyed_at is null;
create index line_to_end on intake.line (ended_at) where ended_at is not null and destroyed_at is null;

-- The job looks for what is due and takes it out, under its own permission only.
do $$
declare target text;
begin
  foreach target in array array['casework.case_file', 'casework.participant', 'casework.protected_person', 'casework.note', 'casework.task',
    'casework.transfer', 'casework.case_access', 'registry.person_name', 'registry.identity_document', 'registry.person_fact',
    'documents.pv', 'intake.line', 'intake.receipt', 'intake.reminder']
  loop
    execute format('create policy retention on %s to daira_worker using ((select ctx.permission()) = ''job.retention'')', target);
    execute format('grant select on %s to daira_worker', target);
  end loop;
  foreach target in array array['casework.participant', 'casework.protected_person', 'casework.note', 'casework.task', 'casework.transfer',
    'casework.case_access', 'registry.person_name', 'registry.identity_document', 'registry.person_fact', 'intake.receipt', 'intake.reminder']
  loop
    execute format('grant delete on %s to daira_worker', target);
  end loop;
end $$;
grant update (destroyed_at, place_text, how_text, latitude, longitude, happened_from, happened_to) on casework.case_file to daira_worker;
grant update (destroyed_at, sender_reference) on intake.line to daira_worker;

-- A draft is its officer's alone: retention learns that it is there and since when it was thrown away, and nothing else.
create function draft.list_discarded(p_before timestamptz, p_limit integer, p_among uuid[])
returns table (id uuid, discarded_at timestamptz) language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.discarded_at from draft.pv_draft d
  where d.discarded_at <= p_before and d.pv_id is null and (p_among is null or d.id = any (p_among))
    and ctx.reaches_all() and ctx.permission() in ('retention.read', 'retention.propose', 'job.retention')
  order by d.discarded_at, d.id limit p_limit
$$;
comment on function draft.list_discarded(timestamptz, integer, uuid[]) is
  'Drafts that were thrown away before a time, the first ones first; answers under the permissions of retention that hold everywhere.';
revoke execute on function draft.list_discarded(timestamptz, integer, uuid[]) from public;
grant execute on function draft.list_discarded(timestamptz, integer, uuid[]) to daira_app, daira_worker;
