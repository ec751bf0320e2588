-- Case files: what happened, who is concerned, who works on it, and who may know that it exists.

create schema casework;
comment on schema casework is 'Case files with their offences, people''s roles, tasks, transfers, seals.';
grant usage on schema casework to daira_app, daira_worker;

create table casework.case_file (
  id uuid constraint case_file_pk primary key,
  unit_id uuid not null constraint case_file_unit_fk references organisation.unit (id),
  area text not null,
  series text not null constraint case_file_series_known check (series in ('case', 'case-sealed')),
  year integer not null,
  number bigint not null,
  reference text not null,
  state text not null constraint case_file_state_known check (state in ('open', 'waiting-prosecutor', 'closed', 'reopened')),
  close_reason text,
  origin text not null,
  origin_id uuid,
  inquiry text constraint case_file_inquiry_known check (inquiry in ('flagrant', 'preliminary', 'rogatory')),
  offence_class text,
  main_offence_code text,
  happened_from timestamptz,
  happened_to timestamptz,
  happened_precision text not null default 'unknown'
    constraint case_file_precision_known check (happened_precision in ('minute', 'hour', 'day', 'month', 'year', 'unknown')),
  place_text text,
  latitude double precision constraint case_file_latitude_range check (latitude between -90 and 90),
  longitude double precision constraint case_file_longitude_range check (longitude between -180 and 180),
  how_text text,
  assigned_to uuid constraint case_file_assigned_fk references organisation.officer (id),
  transfer_to_unit_id uuid constraint case_file_transfer_fk references organisation.unit (id),
  prosecutor_unit_id uuid constraint case_file_prosecutor_fk references organisation.unit (id),
  waiting_since timestamptz,
  next_due_at timestamptz,
  sealed boolean not null default false,
  seal_reason text constraint case_file_seal_reason_known check (seal_reason in ('minor', 'officer-party', 'secrecy')),
  sealed_at timestamptz,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  version integer not null default 1,
  constraint case_file_number_once unique (unit_id, series, year, number),
  constraint case_file_closed_has_reason check ((state = 'closed') = (closed_at is not null) and (state <> 'closed' or close_reason is not null)),
  constraint case_file_sealed_has_reason check (sealed = (sealed_at is not null) and (not sealed or seal_reason is not null)),
  constraint case_file_sealed_series check (sealed = (series = 'case-sealed')),
  constraint case_file_period check (happened_to is null or happened_from is null or happened_to >= happened_from),
  constraint case_file_point check ((latitude is null) = (longitude is null))
);
comment on table casework.case_file is 'A case file as it stands; what became of it over time is in the log.';
comment on column casework.case_file.id is 'UUIDv7.';
comment on column casework.case_file.unit_id is 'Unit that has it now.';
comment on column casework.case_file.area is 'Stable code of the wilaya at creation; never rewritten.';
comment on column casework.case_file.series is 'Series of the present number; a sealed case stands in one of its own, so that no gap betrays it.';
comment on column casework.case_file.year is 'Year of the present number in legal time.';
comment on column casework.case_file.number is 'Present number in that series.';
comment on column casework.case_file.reference is 'The present number as people write it, e.g. 2026/123.';
comment on column casework.case_file.state is 'open; waiting-prosecutor: sent or asked, answer pending; closed; reopened.';
comment on column casework.case_file.close_reason is 'Code of the reason it was last closed for.';
comment on column casework.case_file.origin is 'What it began with: register, visit, post, call, own-motion, other.';
comment on column casework.case_file.origin_id is 'Register line or post item it began with.';
comment on column casework.case_file.inquiry is 'Legal frame of the inquiry, where settled.';
comment on column casework.case_file.offence_class is 'Gravest class among its offences; derived.';
comment on column casework.case_file.main_offence_code is 'The offence that names the file in lists.';
comment on column casework.case_file.happened_from is 'When it happened, or the start of the interval.';
comment on column casework.case_file.happened_to is 'End of the interval.';
comment on column casework.case_file.happened_precision is 'How precisely that is known.';
comment on column casework.case_file.place_text is 'Where, in words.';
comment on column casework.case_file.latitude is 'WGS 84.';
comment on column casework.case_file.longitude is 'WGS 84.';
comment on column casework.case_file.how_text is 'How it happened, in words.';
comment on column casework.case_file.assigned_to is 'Officer in charge now; the history is assignment.';
comment on column casework.case_file.transfer_to_unit_id is 'Unit asked to take it over, while that is unanswered.';
comment on column casework.case_file.prosecutor_unit_id is 'Prosecutor''s office it waits for or last went to.';
comment on column casework.case_file.waiting_since is 'Since when it waits for the prosecutor.';
comment on column casework.case_file.next_due_at is 'Earliest due date of an open task; kept by the task commands so that the overdue queue reads one index.';
comment on column casework.case_file.sealed is 'Exists only for those on its access list (safeguard G9).';
comment on column casework.case_file.seal_reason is 'Minors, officers as parties, named secrecy.';
comment on column casework.case_file.sealed_at is 'When it was sealed.';
comment on column casework.case_file.opened_at is 'When the file was opened.';
comment on column casework.case_file.opened_by is 'Officer who opened it.';
comment on column casework.case_file.closed_at is 'When it was closed; null while it is not.';
comment on column casework.case_file.version is 'Counts the changes; a stale edit is refused.';
create index case_file_open_by_unit on casework.case_file (unit_id, opened_at desc, id desc) where state <> 'closed';
create index case_file_open on casework.case_file (opened_at desc, id desc) where state <> 'closed';
create index case_file_open_by_officer on casework.case_file (assigned_to, opened_at desc, id desc) where state <> 'closed';
create index case_file_due_by_unit on casework.case_file (unit_id, next_due_at, id) where next_due_at is not null and state <> 'closed';
create index case_file_waiting_by_unit on casework.case_file (unit_id, opened_at desc, id desc) where state = 'waiting-prosecutor';
create index case_file_coming_in on casework.case_file (transfer_to_unit_id, opened_at desc, id desc) where transfer_to_unit_id is not null;
create index case_file_by_prosecutor on casework.case_file (prosecutor_unit_id, opened_at desc, id desc) where prosecutor_unit_id is not null and state = 'waiting-prosecutor';

create table casework.case_number (
  case_id uuid not null constraint case_number_case_fk references casework.case_file (id),
  unit_id uuid not null constraint case_number_unit_fk references organisation.unit (id),
  series text not null,
  year integer not null,
  number bigint not null,
  reference text not null,
  given_at timestamptz not null,
  constraint case_number_pk primary key (unit_id, series, year, number)
);
comment on table casework.case_number is 'Every number a case has had: a unit that takes it over numbers it anew, and so does a seal.';
comment on column casework.case_number.case_id is 'The case.';
comment on column casework.case_number.unit_id is 'Unit that numbered it.';
comment on column casework.case_number.series is 'Series.';
comment on column casework.case_number.year is 'Year in legal time.';
comment on column casework.case_number.number is 'Number.';
comment on column casework.case_number.reference is 'As people write it.';
comment on column casework.case_number.given_at is 'When.';
create index case_number_by_case on casework.case_number (case_id);
create index case_number_by_value on casework.case_number (year, number);

create table casework.case_access (
  id uuid constraint case_access_pk primary key,
  case_id uuid not null constraint case_access_case_fk references casework.case_file (id),
  officer_id uuid not null constraint case_access_officer_fk references organisation.officer (id),
  kind text not null constraint case_access_kind_known check (kind in ('listed', 'emergency', 'barred')),
  reason text,
  since timestamptz not null,
  until timestamptz,
  granted_by uuid,
  constraint case_access_emergency_ends check (kind <> 'emergency' or (until is not null and reason is not null))
);
comment on table casework.case_access is 'For whom a sealed case exists.';
comment on column casework.case_access.id is 'UUIDv7.';
comment on column casework.case_access.case_id is 'The sealed case.';
comment on column casework.case_access.officer_id is 'The officer.';
comment on column casework.case_access.kind is 'listed; emergency, for three hours; barred: a party to it, whom not even an emergency lets in.';
comment on column casework.case_access.reason is 'Reason given for an emergency access.';
comment on column casework.case_access.since is 'First instant.';
comment on column casework.case_access.until is 'First instant after it; null while it lasts.';
comment on column casework.case_access.granted_by is 'Who granted it.';
create index case_access_by_officer on casework.case_access (officer_id, case_id);
create index case_access_by_case on casework.case_access (case_id);

create function casework.open_seals() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct a.case_id), '{}')
  from casework.case_access a
  where a.officer_id = ctx.actor_id() and a.kind <> 'barred'
    and a.since <= ctx.instant() and (a.until is null or a.until > ctx.instant())
    and not exists (select 1 from casework.case_access b
      where b.case_id = a.case_id and b.officer_id = a.officer_id and b.kind = 'barred' and b.until is null)
$$;
comment on function casework.open_seals() is
  'Sealed cases that exist for the officer of this transaction. Wrap in (select ...), so that it is computed once a query.';

-- One sentence for all: the policy of case_file and the functions that answer for it.
do $$
declare
  readable constant text := $sql$(
    (not sealed and (
      (select ctx.reaches_all())
      or unit_id = any ((select ctx.units())::uuid[])
      or transfer_to_unit_id = any ((select ctx.units())::uuid[])
      or prosecutor_unit_id = any ((select ctx.units())::uuid[])
      or ((select ctx.reaches_own()) and assigned_to = (select ctx.actor_id()))))
    or (sealed and id = any ((select casework.open_seals())::uuid[])))$sql$;
  changeable constant text := $sql$(
    (not sealed and (
      (select ctx.reaches_all())
      or unit_id = any ((select ctx.units())::uuid[])
      or (transfer_to_unit_id = any ((select ctx.units())::uuid[]) and (select ctx.permission()) = 'case.answer-transfer')
      or ((select ctx.reaches_own()) and assigned_to = (select ctx.actor_id()))))
    or (sealed and id = any ((select casework.open_seals())::uuid[])))$sql$;
begin
  perform platform.guard('casework.case_file');
  execute 'create policy case_file_seen on casework.case_file for select to daira_app using ' || readable;
  execute 'create policy case_file_changed on casework.case_file for update to daira_app using ' || changeable || ' with check ' || changeable;
  execute format(
    'create function casework.may_see(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as %L',
    'select exists (select 1 from casework.case_file where id = p_case and ' || readable || ')');
end $$;
comment on function casework.may_see(uuid) is
  'True where the officer of this transaction may see the case under its permission; what policy case_file_seen says, for definer functions and other modules'' policies.';
create policy case_file_opened on casework.case_file for insert to daira_app
  with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
grant select, insert, update on casework.case_file to daira_app;

create function casework.may_change_access(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from casework.case_file c where c.id = p_case and (
    (c.sealed and c.id = any (casework.open_seals()))
    or ((not c.sealed or not exists (select 1 from casework.case_access a where a.case_id = c.id and a.kind = 'listed'))
        and (ctx.reaches_all() or c.unit_id = any (ctx.units())))))
$$;
comment on function casework.may_change_access(uuid) is
  'Who may write the access list: those on it; before there is one, whoever the permission reaches.';

create function casework.find_sealed(p_case uuid, p_unit uuid, p_reference text)
returns table (id uuid, unit_id uuid, area text, reference text) language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.unit_id, c.area, c.reference from casework.case_file c
  where c.sealed and ctx.permission() = 'case.emergency-access'
    and (ctx.reaches_all() or c.unit_id = any (ctx.units()))
    and (c.id = p_case or exists (select 1 from casework.case_number n
      where n.case_id = c.id and n.unit_id = p_unit and n.reference = p_reference))
    and not exists (select 1 from casework.case_access b
      where b.case_id = c.id and b.officer_id = ctx.actor_id() and b.kind = 'barred' and b.until is null)
$$;
comment on function casework.find_sealed(uuid, uuid, text) is
  'The one way to a sealed case for someone who is not on its list; answers only under the permission of emergency access.';

select platform.guard('casework.case_access');
create policy case_access_seen on casework.case_access for select to daira_app
  using (case_id = any ((select casework.open_seals())::uuid[]));
create policy case_access_added on casework.case_access for insert to daira_app with check (
  casework.may_change_access(case_id)
  or (kind = 'emergency' and officer_id = (select ctx.actor_id()) and (select ctx.permission()) = 'case.emergency-access'));
create policy case_access_ended on casework.case_access for update to daira_app
  using (case_id = any ((select casework.open_seals())::uuid[]));
grant select, insert, update on casework.case_access to daira_app;

create table casework.case_offence (
  id uuid constraint case_offence_pk primary key,
  case_id uuid not null constraint case_offence_case_fk references casework.case_file (id),
  unit_id uuid not null constraint case_offence_unit_fk references organisation.unit (id),
  area text not null,
  code text not null,
  wording_from date not null,
  offence_class text not null,
  label_ar text not null,
  label_fr text not null,
  law text not null,
  article text not null,
  flags jsonb not null,
  in_force boolean not null,
  is_main boolean not null default false,
  added_at timestamptz not null,
  removed_at timestamptz
);
comment on table casework.case_offence is 'Offences a case is qualified as, in the wording in force on the day of the facts.';
comment on column casework.case_offence.id is 'UUIDv7.';
comment on column casework.case_offence.case_id is 'The case.';
comment on column casework.case_offence.unit_id is 'Unit that qualified it so.';
comment on column casework.case_offence.area is 'Stable code of the wilaya.';
comment on column casework.case_offence.code is 'Code in the country''s catalogue.';
comment on column casework.case_offence.wording_from is 'First day of the wording applied; with the code it names one row of the catalogue.';
comment on column casework.case_offence.offence_class is 'Class by that wording.';
comment on column casework.case_offence.label_ar is 'Its name in Arabic, as the catalogue had it.';
comment on column casework.case_offence.label_fr is 'Its name in French; our translation.';
comment on column casework.case_offence.law is 'The law.';
comment on column casework.case_offence.article is 'Its article.';
comment on column casework.case_offence.flags is 'What clocks and rights derive from, as the catalogue had it.';
comment on column casework.case_offence.in_force is 'False where the date of the facts was changed to one on which no wording applies: shown, not refused.';
comment on column casework.case_offence.is_main is 'The one that names the file.';
comment on column casework.case_offence.added_at is 'When.';
comment on column casework.case_offence.removed_at is 'When the qualification was given up; null while it stands.';
create index case_offence_by_case on casework.case_offence (case_id) where removed_at is null;

create table casework.participant (
  id uuid constraint participant_pk primary key,
  case_id uuid not null constraint participant_case_fk references casework.case_file (id),
  unit_id uuid not null constraint participant_unit_fk references organisation.unit (id),
  area text not null,
  person_id uuid,
  role text not null constraint participant_role_known check (role in
    ('complainant', 'victim', 'witness', 'suspect', 'person-in-custody', 'convicted', 'minor-guardian', 'declarant', 'other')),
  standing text not null constraint participant_standing_known check (standing in ('fact', 'assessment')),
  guards_id uuid constraint participant_guards_fk references casework.participant (id),
  protected boolean not null default false,
  alias text,
  since timestamptz not null,
  until timestamptz,
  end_reason text,
  added_by uuid,
  version integer not null default 1,
  constraint participant_protected_by_alias check (protected = (alias is not null) and protected = (person_id is null))
);
comment on table casework.participant is 'Which person has which role in which case (safeguard G2).';
comment on column casework.participant.id is 'UUIDv7.';
comment on column casework.participant.case_id is 'The case.';
comment on column casework.participant.unit_id is 'Unit that linked them.';
comment on column casework.participant.area is 'Stable code of the wilaya.';
comment on column casework.participant.person_id is 'The person in registry; null for a protected one, who stands in protected_person.';
comment on column casework.participant.role is 'The role.';
comment on column casework.participant.standing is 'fact: established; assessment: what someone thinks.';
comment on column casework.participant.guards_id is 'For a minor''s guardian: the minor''s link.';
comment on column casework.participant.protected is 'A protected witness: shown under the alias only.';
comment on column casework.participant.alias is 'What the file calls a protected person.';
comment on column casework.participant.since is 'Since when the role holds.';
comment on column casework.participant.until is 'Until when; null while it holds.';
comment on column casework.participant.end_reason is 'Why it ended: entered in error, new role, withdrawn.';
comment on column casework.participant.added_by is 'Officer who linked them.';
comment on column casework.participant.version is 'Counts the changes.';
create index participant_by_case on casework.participant (case_id);
create index participant_by_person on casework.participant (person_id);

create table casework.protected_person (
  participant_id uuid constraint protected_person_pk primary key constraint protected_person_participant_fk references casework.participant (id),
  case_id uuid not null constraint protected_person_case_fk references casework.case_file (id),
  unit_id uuid not null constraint protected_person_unit_fk references organisation.unit (id),
  area text not null,
  person_id uuid not null
);
comment on table casework.protected_person is 'Who stands behind an alias: apart from the link itself, so that no list, search or proposal can show it.';
comment on column casework.protected_person.participant_id is 'The link with the alias.';
comment on column casework.protected_person.case_id is 'The case.';
comment on column casework.protected_person.unit_id is 'Unit that protects the person.';
comment on column casework.protected_person.area is 'Stable code of the wilaya.';
comment on column casework.protected_person.person_id is 'The person in registry.';
select platform.guard('casework.protected_person');

create table casework.assignment (
  id uuid constraint assignment_pk primary key,
  case_id uuid not null constraint assignment_case_fk references casework.case_file (id),
  officer_id uuid not null constraint assignment_officer_fk references organisation.officer (id),
  since timestamptz not null,
  until timestamptz,
  assigned_by uuid
);
comment on table casework.assignment is 'Which officer was in charge of a case from when to when.';
comment on column casework.assignment.id is 'UUIDv7.';
comment on column casework.assignment.case_id is 'The case.';
comment on column casework.assignment.officer_id is 'The officer.';
comment on column casework.assignment.since is 'First instant.';
comment on column casework.assignment.until is 'First instant after it.';
comment on column casework.assignment.assigned_by is 'Who decided it.';
create index assignment_by_case on casework.assignment (case_id);

create table casework.transfer (
  id uuid constraint transfer_pk primary key,
  case_id uuid not null constraint transfer_case_fk references casework.case_file (id),
  from_unit_id uuid not null constraint transfer_from_fk references organisation.unit (id),
  to_unit_id uuid not null constraint transfer_to_fk references organisation.unit (id),
  reason text not null,
  state text not null constraint transfer_state_known check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  constraint transfer_answered check ((state = 'asked') = (answered_at is null)),
  constraint transfer_goes_somewhere check (from_unit_id <> to_unit_id)
);
comment on table casework.transfer is 'A case offered to another unit; it moves when that unit accepts.';
comment on column casework.transfer.id is 'UUIDv7.';
comment on column casework.transfer.case_id is 'The case.';
comment on column casework.transfer.from_unit_id is 'Unit that has it.';
comment on column casework.transfer.to_unit_id is 'Unit asked to take it.';
comment on column casework.transfer.reason is 'Why.';
comment on column casework.transfer.state is 'asked, accepted, refused, withdrawn.';
comment on column casework.transfer.asked_at is 'When it was offered.';
comment on column casework.transfer.asked_by is 'By whom.';
comment on column casework.transfer.answered_at is 'When it was answered or withdrawn.';
comment on column casework.transfer.answered_by is 'By whom.';
comment on column casework.transfer.answer is 'What the answer said.';
create index transfer_by_case on casework.transfer (case_id);
create unique index transfer_one_open_a_case on casework.transfer (case_id) where state = 'asked';

create table casework.task (
  id uuid constraint task_pk primary key,
  case_id uuid not null constraint task_case_fk references casework.case_file (id),
  unit_id uuid not null constraint task_unit_fk references organisation.unit (id),
  area text not null,
  title text not null,
  due_at timestamptz,
  assigned_to uuid constraint task_assigned_fk references organisation.officer (id),
  state text not null constraint task_state_known check (state in ('open', 'done')),
  created_at timestamptz not null,
  created_by uuid,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  version integer not null default 1,
  constraint task_done_when check ((state = 'done') = (done_at is not null))
);
comment on table casework.task is 'What remains to be done in a case, by whom, by when.';
comment on column casework.task.id is 'UUIDv7.';
comment on column casework.task.case_id is 'The case.';
comment on column casework.task.unit_id is 'Unit that has the case.';
comment on column casework.task.area is 'Stable code of the wilaya.';
comment on column casework.task.title is 'What is to be done.';
comment on column casework.task.due_at is 'By when; null where there is no date.';
comment on column casework.task.assigned_to is 'Officer who does it.';
comment on column casework.task.state is 'open or done.';
comment on column casework.task.created_at is 'When it was set.';
comment on column casework.task.created_by is 'By whom.';
comment on column casework.task.done_at is 'When it was done.';
comment on column casework.task.done_by is 'By whom.';
comment on column casework.task.outcome is 'What came of it.';
comment on column casework.task.version is 'Counts the changes.';
create index task_by_case on casework.task (case_id);
create index task_open_by_officer on casework.task (assigned_to, due_at) where state = 'open';

create table casework.note (
  id uuid constraint note_pk primary key,
  case_id uuid not null constraint note_case_fk references casework.case_file (id),
  unit_id uuid not null constraint note_unit_fk references organisation.unit (id),
  area text not null,
  body text not null,
  written_at timestamptz not null,
  written_by uuid
);
comment on table casework.note is 'Working notes; never changed, a correction is another note.';
comment on column casework.note.id is 'UUIDv7.';
comment on column casework.note.case_id is 'The case.';
comment on column casework.note.unit_id is 'Unit of the author.';
comment on column casework.note.area is 'Stable code of the wilaya.';
comment on column casework.note.body is 'The text.';
comment on column casework.note.written_at is 'When.';
comment on column casework.note.written_by is 'By whom.';
create index note_by_case on casework.note (case_id, written_at);

-- What belongs to a case is seen by whoever sees the case: the inner select stands under the policy of case_file.
do $$
declare target text;
begin
  foreach target in array array['case_number', 'case_offence', 'participant', 'assignment', 'transfer', 'task', 'note'] loop
    perform platform.guard(('casework.' || target)::regclass);
    execute format('create policy %I on casework.%I for select to daira_app using (exists (select 1 from casework.case_file c where c.id = case_id))',
      target || '_with_its_case', target);
    execute format('create policy %I on casework.%I for insert to daira_app with check (exists (select 1 from casework.case_file c where c.id = case_id))',
      target || '_added', target);
    execute format('grant select, insert on casework.%I to daira_app', target);
  end loop;
  foreach target in array array['case_offence', 'participant', 'assignment', 'transfer', 'task'] loop
    execute format('create policy %I on casework.%I for update to daira_app using (exists (select 1 from casework.case_file c where c.id = case_id))',
      target || '_changed', target);
    execute format('grant update on casework.%I to daira_app', target);
  end loop;
end $$;

create policy protected_person_seen on casework.protected_person for select to daira_app using (
  (select ctx.permission()) = 'person.protected'
  and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]))
  and exists (select 1 from casework.case_file c where c.id = case_id));
create policy protected_person_added on casework.protected_person for insert to daira_app
  with check (exists (select 1 from casework.case_file c where c.id = case_id));
grant select, insert on casework.protected_person to daira_app;

create function casework.permissions_over(p_unit uuid, p_own boolean) returns text[] language sql stable set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct rp.permission), '{}')
  from organisation.role_grant g
  join organisation.role_permission rp on rp.role_code = g.role_code
  where g.officer_id = ctx.actor_id() and g.starts_at <= ctx.instant() and (g.ends_at is null or g.ends_at > ctx.instant())
    and case when p_unit is null then true else case rp.scope
      when 'all' then true
      when 'own' then p_own
      when 'area' then (select u.area from organisation.unit u where u.id = p_unit)
        = (select a.area from organisation.unit a where a.id = g.unit_id)
      else exists (select 1 from organisation.unit_closure c where c.ancestor_id = g.unit_id and c.descendant_id = p_unit
        and c.valid_from <= ctx.instant()::date and (c.valid_to is null or c.valid_to > ctx.instant()::date))
      end end
$$;
comment on function casework.permissions_over(uuid, boolean) is
  'Permissions the officer of this transaction holds for a record of that unit (anywhere, where none is named); for the abilities sent along with a record, never for deciding.';

create function casework.clear_refused_transfer(p_case uuid) returns void language sql security definer set search_path = pg_catalog as $$
  update casework.case_file set transfer_to_unit_id = null, version = version + 1
  where id = p_case and not sealed and ctx.permission() = 'case.answer-transfer'
    and (ctx.reaches_all() or transfer_to_unit_id = any (ctx.units()))
$$;
comment on function casework.clear_refused_transfer(uuid) is
  'Ends an offer that its addressee refuses: the row leaves the addressee''s sight, which an update of its own could not do under the policy.';
