-- Persons: a person is an identifier; everything known is a fact with its source and the case it was learned in.

create schema registry;
comment on schema registry is 'Persons and what is known of them, fact by fact; the charters of registers.';
grant usage on schema registry to daira_app, daira_worker;

create table registry.charter (
  register text constraint charter_pk primary key,
  version text not null,
  in_force_from date not null,
  body jsonb not null
);
comment on table registry.charter is 'What a register is for and who answers for it; without one it does not open (safeguard G1). Country data: loaded by migrate, no act of an officer.';
comment on column registry.charter.register is 'Which register: persons, cases, …';
comment on column registry.charter.version is 'Version as the country states it.';
comment on column registry.charter.in_force_from is 'First day.';
comment on column registry.charter.body is 'Controller, legal basis, purposes, categories, origin, recipients, retention, security, authorisation.';
select platform.guard('registry.charter', false);
create policy charter_public on registry.charter for select to daira_app, daira_worker using (true);
grant select on registry.charter to daira_app, daira_worker;

create function registry.is_chartered(p_register text) returns boolean language sql stable security definer set search_path = pg_catalog as
  $$ select exists (select 1 from registry.charter c where c.register = p_register) $$;
comment on function registry.is_chartered(text) is 'True where the register has a charter; insert policies ask it.';

create table registry.person (
  id uuid constraint person_pk primary key,
  unit_id uuid not null constraint person_unit_fk references organisation.unit (id),
  area text not null,
  created_at timestamptz not null,
  created_by uuid
);
comment on table registry.person is 'A person: an identifier and nothing else. Persons are national.';
comment on column registry.person.id is 'UUIDv7.';
comment on column registry.person.unit_id is 'Unit that met the person first.';
comment on column registry.person.area is 'Stable code of its wilaya.';
comment on column registry.person.created_at is 'When.';
comment on column registry.person.created_by is 'Officer.';

create table registry.person_name (
  id uuid constraint person_name_pk primary key,
  person_id uuid not null constraint person_name_person_fk references registry.person (id),
  kind text not null constraint person_name_kind_known check (kind in ('civil', 'birth', 'married', 'alias')),
  script text not null constraint person_name_script_known check (script in ('ar', 'latin')),
  given text not null,
  family text not null,
  key_forward text collate "C" not null,
  key_backward text collate "C" not null
);
comment on table registry.person_name is 'Names as written, each with its script; a change of name is another row.';
comment on column registry.person_name.kind is 'civil, birth, married, alias.';
comment on column registry.person_name.script is 'ar or latin.';
comment on column registry.person_name.given is 'Given names as written.';
comment on column registry.person_name.family is 'Family name as written; empty where there is none.';
comment on column registry.person_name.key_forward is 'Folded for search, given names first.';
comment on column registry.person_name.key_backward is 'Folded for search, family name first.';
create index person_name_forward on registry.person_name (key_forward, person_id);
create index person_name_backward on registry.person_name (key_backward, person_id);

create table registry.identity_document (
  id uuid constraint identity_document_pk primary key,
  person_id uuid not null constraint identity_document_person_fk references registry.person (id),
  kind text not null constraint identity_document_kind_known check (kind in ('national-id', 'passport', 'residence-card', 'driving-licence', 'other')),
  number_raw text not null,
  number_key text collate "C" not null,
  country text not null,
  valid_until date
);
comment on table registry.identity_document is 'Identity documents shown or stated.';
comment on column registry.identity_document.kind is 'Kind of document.';
comment on column registry.identity_document.number_raw is 'Number as written.';
comment on column registry.identity_document.number_key is 'Number without spaces and signs, capitals, Latin digits: for search only.';
comment on column registry.identity_document.country is 'Issuing country, ISO 3166-1 alpha-2.';
comment on column registry.identity_document.valid_until is 'Last day of validity, where known.';
create index identity_document_number on registry.identity_document (number_key, person_id);

create table registry.person_fact (
  id uuid constraint person_fact_pk primary key,
  person_id uuid not null constraint person_fact_person_fk references registry.person (id),
  kind text not null constraint person_fact_kind_known check (kind in
    ('birth', 'sex', 'father', 'mother', 'nationality', 'occupation', 'civil-status', 'address', 'contact', 'language')),
  value jsonb not null
);
comment on table registry.person_fact is 'Everything else that is known: birth, sex, parents, nationality, occupation, addresses, contacts.';
comment on column registry.person_fact.kind is 'What the fact is about.';
comment on column registry.person_fact.value is 'The fact, in the form of its kind (contracts/registry).';

-- What every fact says about itself, and who therefore sees it.
do $$
declare target text;
begin
  foreach target in array array['person_name', 'identity_document', 'person_fact'] loop
    execute format('alter table registry.%I
      add column source text not null constraint %I check (source in (''document'', ''statement'', ''other'')),
      add column source_note text,
      add column case_id uuid constraint %I references casework.case_file (id),
      add column unit_id uuid not null constraint %I references organisation.unit (id),
      add column area text not null,
      add column protected boolean not null default false,
      add column sealed boolean not null default false,
      add column recorded_at timestamptz not null,
      add column recorded_by uuid,
      add column ended_at timestamptz',
      target, target || '_source_known', target || '_case_fk', target || '_unit_fk');
    execute format('comment on column registry.%I.id is ''UUIDv7.''', target);
    execute format('comment on column registry.%I.person_id is ''The person.''', target);
    execute format('comment on column registry.%I.source is ''document: read from one; statement: said; other.''', target);
    execute format('comment on column registry.%I.source_note is ''Which document, whose statement.''', target);
    execute format('comment on column registry.%I.case_id is ''Case it was learned in; null outside any.''', target);
    execute format('comment on column registry.%I.unit_id is ''Unit that took it down.''', target);
    execute format('comment on column registry.%I.area is ''Stable code of its wilaya.''', target);
    execute format('comment on column registry.%I.protected is ''Hidden address or protected witness: seen under the permission person.protected only, never prefilled.''', target);
    execute format('comment on column registry.%I.sealed is ''Learned in a sealed case: seen by those for whom that case exists. Kept by triggers and by the seal.''', target);
    execute format('comment on column registry.%I.recorded_at is ''When it was taken down.''', target);
    execute format('comment on column registry.%I.recorded_by is ''By whom.''', target);
    execute format('comment on column registry.%I.ended_at is ''Since when it no longer holds or was corrected; null while it holds.''', target);
    execute format('create index %I on registry.%I (person_id)', target || '_by_person', target);
    execute format('create index %I on registry.%I (case_id) where case_id is not null', target || '_by_case', target);
  end loop;
end $$;

create function registry.take_seal_of_case() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.sealed := coalesce((select c.sealed from casework.case_file c where c.id = new.case_id), false);
  return new;
end $$;

create function registry.seal_facts_of(p_case uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare is_sealed boolean;
begin
  if ctx.permission() <> 'case.seal' or not casework.may_see(p_case) then return; end if;
  select c.sealed into is_sealed from casework.case_file c where c.id = p_case;
  update registry.person_name set sealed = is_sealed where case_id = p_case;
  update registry.identity_document set sealed = is_sealed where case_id = p_case;
  update registry.person_fact set sealed = is_sealed where case_id = p_case;
end $$;
comment on function registry.seal_facts_of(uuid) is
  'Brings the facts learned in a case under its seal, or out of it, the protected ones too, which the officer who seals may not see.';

do $$
declare
  target text;
  readable constant text := $sql$(
    (not sealed or case_id = any ((select casework.open_seals())::uuid[]))
    and (not protected or ((select ctx.permission()) = 'person.protected'
      and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))))$sql$;
  ours constant text := $sql$(
    (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
    or exists (select 1 from casework.case_file c where c.id = case_id))$sql$;
  local constant text := $sql$(
    kind not in ('address', 'contact')
    or (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
    or exists (select 1 from casework.case_file c where c.id = case_id))$sql$;
begin
  perform platform.guard('registry.person');
  create policy person_seen on registry.person for select to daira_app using (true);
  create policy person_added on registry.person for insert to daira_app with check ((select registry.is_chartered('persons')));
  grant select, insert on registry.person to daira_app;
  foreach target in array array['person_name', 'identity_document', 'person_fact'] loop
    perform platform.guard(('registry.' || target)::regclass);
    execute format('create trigger takes_seal before insert on registry.%I for each row execute function registry.take_seal_of_case()', target);
    execute format('create policy %I on registry.%I for select to daira_app using %s', target || '_seen', target,
      case target when 'person_fact' then '(' || readable || ' and ' || local || ')' else readable end);
    execute format('create policy %I on registry.%I for insert to daira_app with check (case_id is null or (select casework.may_see(case_id)))',
      target || '_added', target);
    -- Who may read a fact may not therefore end it: that is for the unit that took it down and those who see its case.
    execute format('create policy %I on registry.%I for update to daira_app using %s', target || '_ended', target,
      '(' || readable || ' and ' || ours || ')');
    execute format('grant select, insert, update on registry.%I to daira_app', target);
  end loop;
end $$;

alter table casework.participant add constraint participant_person_fk foreign key (person_id) references registry.person (id);
alter table casework.protected_person add constraint protected_person_person_fk foreign key (person_id) references registry.person (id);
