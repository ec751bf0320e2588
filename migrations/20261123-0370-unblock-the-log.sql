-- A commit that notifies takes a lock on the whole database until it is on the disk: thirty-two writers at once fell from
-- 12,000 to 3,200 commits a second. The sequencer looks for itself, several times a second.

create or replace function audit.queue_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.pending (event_id) values (new.id);
  return null;
end $$;

create index event_by_time on audit.event (recorded_at desc, id desc);
create index event_by_type on audit.event (type, recorded_at desc, id desc);

create function audit.events_about(p_type text, p_id text) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select e.id from audit.event e where e.subjects @> jsonb_build_array(jsonb_build_object('type', p_type, 'id', p_id))
$$;
comment on function audit.events_about(text, text) is
  'Ids of the events that concern a record. Read them back from audit.event, whose policies decide who sees which: under a policy containment cannot use its index.';
revoke execute on function audit.events_about(text, text) from public;
grant execute on function audit.events_about(text, text) to daira_app, daira_worker;
