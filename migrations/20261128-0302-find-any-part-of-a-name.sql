-- The words of names, each findable by its beginning: a name is looked for by any of its parts, in any order.

create table registry.name_word (
  name_id uuid not null constraint name_word_name_fk references registry.person_name (id) on delete cascade,
  person_id uuid not null constraint name_word_person_fk references registry.person (id),
  script text not null constraint name_word_script_known check (script in ('ar', 'latin')),
  word text collate "C" not null,
  name_key text collate "C" not null,
  case_id uuid,
  unit_id uuid not null,
  protected boolean not null,
  sealed boolean not null,
  constraint name_word_pk primary key (name_id, word)
);
comment on table registry.name_word is 'Words of the names that hold, kept by triggers of person_name; for search only.';
comment on column registry.name_word.name_id is 'The name it is a word of.';
comment on column registry.name_word.person_id is 'Whose name.';
comment on column registry.name_word.script is 'ar or latin.';
comment on column registry.name_word.word is 'A word as folded for search; also what stands behind its particle (ali of benali).';
comment on column registry.name_word.name_key is 'The whole name, given names first, folded: the order of what is found.';
comment on column registry.name_word.case_id is 'As the name has it.';
comment on column registry.name_word.unit_id is 'As the name has it.';
comment on column registry.name_word.protected is 'As the name has it.';
comment on column registry.name_word.sealed is 'As the name has it.';
-- The order of the index is the order of the answer: a page of a frequent name is read and nothing more.
create index name_word_found on registry.name_word (script, word, name_key, name_id);
create index name_word_by_person on registry.name_word (person_id, word);

create function registry.words_of(p_key text) returns setof text language sql immutable set search_path = pg_catalog as $$
  select distinct part from (
    select unnest(string_to_array(p_key, ' ')) as part
    union all
    select (regexp_match(joined, '^(?:عبد|بن|ابن|بو|ابو|ايت|ولد|abd|ben|bin|ibn|bou|abou|ait|ould)' || article || '(.{3,})$'))[1]
    from unnest(string_to_array(p_key, ' ')) as joined, (values (''), ('(?:ال|el|al)')) as either (article)
  ) parts where part <> ''
$$;
comment on function registry.words_of(text) is 'Words of a folded name, and what stands behind a particle joined to its word.';

-- Before the guard: what is copied here is no act of an officer.
insert into registry.name_word (name_id, person_id, script, word, name_key, case_id, unit_id, protected, sealed)
select n.id, n.person_id, n.script, word, n.key_forward, n.case_id, n.unit_id, n.protected, n.sealed
from registry.person_name n cross join lateral registry.words_of(n.key_forward) as word
where n.ended_at is null;

select platform.guard('registry.name_word');
-- The sentence of person_name, so that the two say the same; the words are a copy and cannot ask the name itself for every row.
create policy name_word_seen on registry.name_word for select to daira_app using (
  (not sealed or case_id = any ((select casework.open_seals())::uuid[]))
  and (not protected or ((select ctx.permission()) = 'person.protected'
    and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))));
grant select on registry.name_word to daira_app;

create function registry.keep_name_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    if new.ended_at is not null then
      delete from registry.name_word where name_id = new.id;
    elsif new.sealed <> old.sealed then
      update registry.name_word set sealed = new.sealed where name_id = new.id;
    end if;
  elsif new.ended_at is null then
    insert into registry.name_word (name_id, person_id, script, word, name_key, case_id, unit_id, protected, sealed)
    select new.id, new.person_id, new.script, word, new.key_forward, new.case_id, new.unit_id, new.protected, new.sealed
    from registry.words_of(new.key_forward) as word;
  end if;
  return null;
end $$;
create trigger keeps_words after insert or update of ended_at, sealed on registry.person_name
  for each row execute function registry.keep_name_words();
analyze registry.name_word;
