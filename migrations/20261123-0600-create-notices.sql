-- Notices, a row a person, and the wire on which a server process hears for whom there is news.

create schema notices;
comment on schema notices is 'What an officer is told: notices, delivered per person.';
grant usage on schema notices to daira_app, daira_worker;

create table notices.notice (
  id uuid constraint notice_pk primary key,
  officer_id uuid not null constraint notice_officer_fk references organisation.officer (id),
  kind text not null,
  unit_id uuid not null constraint notice_unit_fk references organisation.unit (id),
  area text not null,
  link_type text not null,
  link_id uuid not null,
  about_officer_id uuid constraint notice_about_officer_fk references organisation.officer (id),
  params jsonb not null default '{}',
  dedupe_key text,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table notices.notice is 'One notice for one officer. Holders of a role were looked up when it was delivered.';
comment on column notices.notice.id is 'UUIDv7.';
comment on column notices.notice.officer_id is 'Who is told; nobody else sees the row.';
comment on column notices.notice.kind is 'What it says, as a key of the tables of texts, e.g. register.assigned.';
comment on column notices.notice.unit_id is 'Unit of the record it is about.';
comment on column notices.notice.area is 'Stable code of the wilaya of that record.';
comment on column notices.notice.link_type is 'Kind of the record it leads to, e.g. register, case.';
comment on column notices.notice.link_id is 'The record it leads to.';
comment on column notices.notice.about_officer_id is 'The officer whose act it reports, where there is one.';
comment on column notices.notice.params is 'Numbers, references and codes that fill the text; nothing personal.';
comment on column notices.notice.dedupe_key is 'Given twice, the second notice to the same officer is dropped: a repeated job tells once.';
comment on column notices.notice.created_at is 'When it was delivered.';
comment on column notices.notice.read_at is 'When the officer marked it read.';
create unique index notice_once on notices.notice (officer_id, dedupe_key) where dedupe_key is not null;
create index notice_newest on notices.notice (officer_id, id desc);
create index notice_unread on notices.notice (officer_id) where read_at is null;

select platform.guard('notices.notice');
create policy notice_own on notices.notice for select to daira_app using (officer_id = (select ctx.actor_id()));
create policy notice_marked on notices.notice for update to daira_app
  using (officer_id = (select ctx.actor_id())) with check (officer_id = (select ctx.actor_id()));
-- Whoever acts may cause others to be told; they cannot read what was told.
create policy notice_sent on notices.notice for insert to daira_app with check ((select ctx.actor_id()) is not null);
create policy notice_job on notices.notice to daira_worker using (true) with check (true);
grant select, insert, update (read_at) on notices.notice to daira_app;
grant select, insert on notices.notice to daira_worker;

create function notices.tell_news() returns trigger language plpgsql as $$
begin
  perform pg_notify('daira_live', json_build_object('news', new.officer_id)::text);
  return null;
end $$;
comment on function notices.tell_news() is 'Says for whom there is news, and nothing of it, when the transaction commits.';
create trigger notice_told after insert or update on notices.notice for each row execute function notices.tell_news();

create function notices.tell_session_end() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null and old.ended_at is null then
    perform pg_notify('daira_live', json_build_object('sessionEnded', new.id)::text);
  end if;
  return null;
end $$;
comment on function notices.tell_session_end() is 'A session that ends closes its live stream at once.';
create trigger session_end_told after update on identity.session for each row execute function notices.tell_session_end();

create function notices.tell_officer_stopped() returns trigger language plpgsql as $$
begin
  if new.state <> 'active' and old.state = 'active' then
    perform pg_notify('daira_live', json_build_object('officerStopped', new.id)::text);
  end if;
  return null;
end $$;
comment on function notices.tell_officer_stopped() is 'A suspended officer keeps no live stream.';
create trigger officer_stop_told after update on organisation.officer for each row execute function notices.tell_officer_stopped();
