-- Files: uploaded in pieces to a staging place, promoted by the command that needs them, each under its own key.

create schema if not exists draft;
comment on schema draft is 'What is not said yet: seen and changed by its owner only, without an event until it is submitted.';
grant usage on schema draft to daira_app, daira_worker;

create table draft.upload (
  id uuid constraint upload_pk primary key,
  officer_id uuid not null constraint upload_officer_fk references organisation.officer (id),
  key_id uuid not null constraint upload_key_fk references platform.data_key (id),
  name bytea not null,
  media_type text not null,
  size bigint not null constraint upload_size_positive check (size >= 0),
  received bigint not null default 0,
  pieces integer not null default 0,
  stored_bytes bigint not null default 0,
  sha256 bytea,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  promoted_at timestamptz,
  constraint upload_not_beyond_size check (received <= size)
);
comment on table draft.upload is 'A file on its way in; what is not promoted is swept after two days.';
comment on column draft.upload.id is 'UUIDv7; also the name of the stored bytes.';
comment on column draft.upload.officer_id is 'Who uploads.';
comment on column draft.upload.key_id is 'Key of this file alone.';
comment on column draft.upload.name is 'Name the file had, encrypted.';
comment on column draft.upload.media_type is 'As announced and checked against the first bytes.';
comment on column draft.upload.size is 'Bytes announced.';
comment on column draft.upload.received is 'Bytes that are safely stored: where to go on after a cut line.';
comment on column draft.upload.pieces is 'Pieces stored.';
comment on column draft.upload.stored_bytes is 'Length of the encrypted bytes that count; what lies beyond came from a piece that was never acknowledged.';
comment on column draft.upload.sha256 is 'Digest of the whole, once it is whole.';
comment on column draft.upload.started_at is 'First piece.';
comment on column draft.upload.touched_at is 'Last piece.';
comment on column draft.upload.promoted_at is 'When a command made it part of a record.';
select platform.guard('draft.upload', false);
create policy upload_of_its_officer on draft.upload to daira_app
  using (officer_id = (select ctx.actor_id())) with check (officer_id = (select ctx.actor_id()));
create policy upload_worker on draft.upload to daira_worker using (true);
grant select, insert, update on draft.upload to daira_app;
grant select, delete on draft.upload to daira_worker;
create index upload_to_sweep on draft.upload (touched_at) where promoted_at is null;

create schema files;
comment on schema files is 'Files that belong to records.';
grant usage on schema files to daira_app, daira_worker;

create table files.file (
  id uuid constraint file_pk primary key,
  owner_type text not null,
  owner_id uuid not null,
  unit_id uuid not null,
  area text not null,
  key_id uuid not null constraint file_key_fk references platform.data_key (id),
  name bytea not null,
  media_type text not null,
  size bigint not null,
  stored_bytes bigint not null,
  sha256 bytea not null,
  added_by uuid,
  added_at timestamptz not null
);
comment on table files.file is 'A file of a record. Equal files of two records are stored twice: sharing bytes would betray sealed cases.';
comment on column files.file.id is 'UUIDv7; the id of its upload.';
comment on column files.file.owner_type is 'Kind of record it belongs to.';
comment on column files.file.owner_id is 'The record; who may see that may see the file.';
comment on column files.file.unit_id is 'Unit of that record.';
comment on column files.file.area is 'Wilaya of that record.';
comment on column files.file.key_id is 'Key of this file alone.';
comment on column files.file.name is 'Name, encrypted.';
comment on column files.file.media_type is 'Media type.';
comment on column files.file.size is 'Bytes.';
comment on column files.file.stored_bytes is 'Length of the encrypted bytes.';
comment on column files.file.sha256 is 'Digest of the content, taken on arrival.';
comment on column files.file.added_by is 'The officer; null where a job made it.';
comment on column files.file.added_at is 'When it became part of the record.';
select platform.guard('files.file');
-- A file of a kind of record that has a rule of its own is seen by that rule alone: a unit's reach says nothing about a
-- sealed case. Such rules are added with the record's tables.
create policy file_in_reach on files.file for select to daira_app using (
  owner_type not in ('pv') and (
    (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
    or ((select ctx.reaches_own()) and added_by = (select ctx.actor_id()))));
create policy file_added on files.file for insert to daira_app with check (
  added_by = (select ctx.actor_id()) and (
    (select ctx.reaches_all()) or (select ctx.reaches_own()) or unit_id = any ((select ctx.units())::uuid[])));
create policy file_worker on files.file to daira_worker using (true) with check (true);
create trigger file_never_changed before update or delete on files.file for each row execute function platform.refuse_change();
grant select, insert on files.file to daira_app, daira_worker;
create index file_by_owner on files.file (owner_type, owner_id);
