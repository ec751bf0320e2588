-- The log of a case is read with the case: whole for whoever sees it, not at all for whom it is sealed.

create function casework.is_hidden(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from casework.case_file c where c.id = p_case and c.sealed and c.id <> all (casework.open_seals()))
$$;
comment on function casework.is_hidden(uuid) is 'True where the case is sealed and does not exist for the officer of this transaction.';

create function casework.names_hidden_case(p_subjects jsonb) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from jsonb_array_elements(p_subjects) s
    where s ->> 'type' = 'case' and casework.is_hidden((s ->> 'id')::uuid))
$$;
comment on function casework.names_hidden_case(jsonb) is 'True where the subjects of an event include a sealed case that does not exist for the officer of this transaction.';

create policy event_of_sealed_case on audit.event as restrictive for select to daira_app using (
  (not (subjects @> '[{"type": "case"}]') or not casework.names_hidden_case(subjects))
  and (purpose_kind is distinct from 'case' or not casework.is_hidden(purpose_id)));

create function casework.events_of(p_case uuid) returns setof audit.event language sql stable security definer set search_path = pg_catalog as $$
  select e.* from audit.event e
  where e.subjects @> jsonb_build_array(jsonb_build_object('type', 'case', 'id', p_case::text)) and casework.may_see(p_case)
$$;
comment on function casework.events_of(uuid) is
  'Every event of a case the officer may see, also those of units that had it before: the events'' own policy goes by unit, and jsonb containment cannot use its index under a policy.';
