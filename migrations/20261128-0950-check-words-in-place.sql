-- A search for several words checks the others on the very row it walks along, and asks no second one for each.

create function registry.all_words_of(p_key text) returns text language sql immutable set search_path = pg_catalog as $$
  select ' ' || string_agg(word, ' ' order by word) from registry.words_of(p_key) as word
$$;
comment on function registry.all_words_of(text) is 'The words of a folded name, each with a space before it: what a word begins with is found behind a space.';

alter table registry.name_word add column words text collate "C" generated always as (registry.all_words_of(name_key)) stored;
comment on column registry.name_word.words is 'All words of that name, each with a space before it; for search only.';
analyze registry.name_word;
