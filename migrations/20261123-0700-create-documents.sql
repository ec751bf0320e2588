-- Procès-verbaux: drafts of their officer alone, PVs that are closed, signed, sealed and then never change, and copies.

create schema if not exists draft;
comment on schema draft is 'What is not said yet: seen and changed by its owner only, without an event until it is submitted.';
grant usage on schema draft to daira_app, daira_worker;

create schema documents;
comment on schema documents is 'Procès-verbaux with their sources, signatures, seals and copies.';
grant usage on schema documents to daira_app, daira_worker;

create table documents.pv (
  id uuid constraint pv_pk primary key,
  case_id uuid not null constraint pv_case_fk references casework.case_file (id),
  unit_id uuid not null constraint pv_unit_fk references organisation.unit (id),
  area text not null,
  series text not null constraint pv_series_known check (series in ('pv', 'pv-sealed')),
  year integer not null,
  number bigint not null,
  reference text not null,
  form_code text not null,
  form_from date not null,
  act text not null,
  state text not null constraint pv_state_known check (state in ('finalised', 'sealed', 'abandoned')),
  act_at timestamptz,
  drafted_at timestamptz,
  finalised_at timestamptz not null,
  author_id uuid not null constraint pv_author_fk references organisation.officer (id),
  drafted_by uuid not null constraint pv_drafter_fk references organisation.officer (id),
  quality_at_act jsonb not null,
  corrects_id uuid constraint pv_corrects_fk references documents.pv (id),
  key_id uuid not null constraint pv_key_fk references platform.data_key (id),
  source bytea not null,
  source_hash bytea not null,
  pages integer not null constraint pv_pages_positive check (pages > 0),
  paper_file_id uuid not null,
  marks jsonb not null default '[]',
  signed_on text constraint pv_signed_on_known check (signed_on in ('paper', 'screen')),
  signed_by uuid constraint pv_signer_fk references organisation.officer (id),
  quality_at_signing jsonb,
  signing bytea,
  signing_marks jsonb,
  scan_file_id uuid,
  sealed_file_id uuid,
  sealed_hash bytea,
  seal_key text,
  sealed_at timestamptz,
  abandoned_at timestamptz,
  abandon_reason text,
  constraint pv_number_once unique (unit_id, series, year, number),
  constraint pv_sealed_whole check ((state = 'sealed') = (sealed_at is not null) and (state <> 'sealed' or (
    signed_on is not null and signed_by is not null and quality_at_signing is not null and signing is not null
    and sealed_file_id is not null and sealed_hash is not null and seal_key is not null
    and (signed_on = 'screen' or scan_file_id is not null)))),
  constraint pv_abandoned_has_reason check ((state = 'abandoned') = (abandoned_at is not null) and (state <> 'abandoned' or abandon_reason is not null))
);
comment on table documents.pv is 'A procès-verbal. Its text is closed when it takes its number; once sealed, no row of it changes again.';
comment on column documents.pv.id is 'UUIDv7.';
comment on column documents.pv.case_id is 'The case it belongs to; who sees that sees this.';
comment on column documents.pv.unit_id is 'Unit that drew it up and numbers it.';
comment on column documents.pv.area is 'Stable code of its wilaya.';
comment on column documents.pv.series is 'PVs of a sealed case are numbered in a series of their own, so that no gap betrays them.';
comment on column documents.pv.year is 'Year in legal time.';
comment on column documents.pv.number is 'Number in the series, without gaps.';
comment on column documents.pv.reference is 'The number as people write it.';
comment on column documents.pv.form_code is 'Form of the country''s data.';
comment on column documents.pv.form_from is 'First day of the wording of the form.';
comment on column documents.pv.act is 'Kind of act.';
comment on column documents.pv.state is 'finalised: closed and waiting to be signed; sealed: signed, for ever; abandoned: never signed, keeps its number.';
comment on column documents.pv.act_at is 'When the act was done, as stated.';
comment on column documents.pv.drafted_at is 'When it was drafted, as stated, where that is another hour.';
comment on column documents.pv.finalised_at is 'When the text was closed: what the clock of the server said.';
comment on column documents.pv.author_id is 'Officer whose act it is and who signs.';
comment on column documents.pv.drafted_by is 'Officer who wrote it down, where under supervision.';
comment on column documents.pv.quality_at_act is 'Rank, unit and judicial-police quality of the author at the time of the act: codes, nothing personal.';
comment on column documents.pv.corrects_id is 'The PV this one adds to or corrects.';
comment on column documents.pv.key_id is 'Key of this PV alone.';
comment on column documents.pv.source is 'Form, content with the origin of every proposed value, print and plain text, as JSON, encrypted: text cannot be had back from a PDF.';
comment on column documents.pv.source_hash is 'SHA-256 of that JSON, which holds a salt.';
comment on column documents.pv.pages is 'Sheets of the paper to be signed.';
comment on column documents.pv.paper_file_id is 'The print that goes to be signed.';
comment on column documents.pv.marks is 'What the checks remarked when it was closed: codes.';
comment on column documents.pv.signed_on is 'paper or screen.';
comment on column documents.pv.signed_by is 'Officer who signed, stepped up.';
comment on column documents.pv.quality_at_signing is 'As quality_at_act, at the time of signing.';
comment on column documents.pv.signing is 'Who signed how, strike-outs, strokes: JSON, encrypted.';
comment on column documents.pv.signing_marks is 'What the checks remarked when it was signed: codes.';
comment on column documents.pv.scan_file_id is 'Scan of the signed paper.';
comment on column documents.pv.sealed_file_id is 'The sealed PDF/A.';
comment on column documents.pv.sealed_hash is 'SHA-256 of the sealed PDF.';
comment on column documents.pv.seal_key is 'Key of the unit''s seal: SHA-256 of its public key, in hexadecimal.';
comment on column documents.pv.sealed_at is 'When it was sealed.';
comment on column documents.pv.abandoned_at is 'When it was given up unsigned.';
comment on column documents.pv.abandon_reason is 'Why: a code.';
create index pv_by_case on documents.pv (case_id, id);
create index pv_to_sign on documents.pv (author_id, id) where state = 'finalised';
create index pv_corrected_by on documents.pv (corrects_id) where corrects_id is not null;

create function documents.keep_pv() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  may_change constant text[] := array['state', 'signed_on', 'signed_by', 'quality_at_signing', 'signing', 'signing_marks', 'scan_file_id',
    'sealed_file_id', 'sealed_hash', 'seal_key', 'sealed_at', 'abandoned_at', 'abandon_reason'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a procès-verbal is never deleted' using errcode = 'DA002';
  end if;
  if old.state <> 'finalised' or new.state = 'finalised' then
    raise exception 'a procès-verbal that is % never changes', old.state using errcode = 'DA002';
  end if;
  if (to_jsonb(old) - may_change) <> (to_jsonb(new) - may_change) then
    raise exception 'the text of a closed procès-verbal never changes' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function documents.keep_pv() is 'A PV changes once: from closed to sealed or abandoned, and in nothing but what that step adds.';
create trigger pv_kept before update or delete on documents.pv for each row execute function documents.keep_pv();
create trigger pv_not_truncated before truncate on documents.pv for each statement execute function platform.refuse_change();

select platform.guard('documents.pv');
-- Before it is signed a PV is the matter of its unit: a prosecutor or another unit sees what is sealed.
create policy pv_with_its_case on documents.pv for select to daira_app using (casework.may_see(case_id) and (
  state = 'sealed' or (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
  or author_id = (select ctx.actor_id()) or drafted_by = (select ctx.actor_id())));
create policy pv_added on documents.pv for insert to daira_app with check (
  casework.may_see(case_id) and drafted_by = (select ctx.actor_id())
  and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy pv_closed on documents.pv for update to daira_app
  using (casework.may_see(case_id) and author_id = (select ctx.actor_id())
    or (select ctx.permission()) = 'pv.abandon' and casework.may_see(case_id))
  with check (casework.may_see(case_id));
grant select, insert on documents.pv to daira_app;
grant update (state, signed_on, signed_by, quality_at_signing, signing, signing_marks, scan_file_id, sealed_file_id, sealed_hash,
  seal_key, sealed_at, abandoned_at, abandon_reason) on documents.pv to daira_app;

create table documents.pv_copy (
  id uuid constraint pv_copy_pk primary key,
  pv_id uuid not null constraint pv_copy_pv_fk references documents.pv (id),
  unit_id uuid not null constraint pv_copy_unit_fk references organisation.unit (id),
  area text not null,
  number integer not null constraint pv_copy_number_positive check (number > 0),
  certified boolean not null,
  key_id uuid not null constraint pv_copy_key_fk references platform.data_key (id),
  purpose bytea not null,
  file_id uuid not null,
  hash bytea not null,
  issued_by uuid not null constraint pv_copy_officer_fk references organisation.officer (id),
  issued_at timestamptz not null,
  constraint pv_copy_number_once unique (pv_id, number)
);
comment on table documents.pv_copy is 'Copies of a sealed PV, each with its number and purpose on every one of its pages'' first.';
comment on column documents.pv_copy.id is 'UUIDv7.';
comment on column documents.pv_copy.pv_id is 'The PV.';
comment on column documents.pv_copy.unit_id is 'Unit that issued it.';
comment on column documents.pv_copy.area is 'Stable code of its wilaya.';
comment on column documents.pv_copy.number is 'Counts the copies of the PV from 1.';
comment on column documents.pv_copy.certified is 'True where it is certified to conform to the original.';
comment on column documents.pv_copy.key_id is 'Key of the PV.';
comment on column documents.pv_copy.purpose is 'For whom and why, encrypted.';
comment on column documents.pv_copy.file_id is 'The file.';
comment on column documents.pv_copy.hash is 'SHA-256 of it.';
comment on column documents.pv_copy.issued_by is 'Officer who issued it.';
comment on column documents.pv_copy.issued_at is 'When.';
select platform.guard('documents.pv_copy');
create policy pv_copy_with_its_pv on documents.pv_copy for select to daira_app
  using (exists (select 1 from documents.pv p where p.id = pv_id));
create policy pv_copy_added on documents.pv_copy for insert to daira_app
  with check (issued_by = (select ctx.actor_id()) and exists (select 1 from documents.pv p where p.id = pv_id and p.state = 'sealed'));
create trigger pv_copy_never_changed before update or delete on documents.pv_copy for each row execute function platform.refuse_change();
grant select, insert on documents.pv_copy to daira_app;

create table draft.pv_draft (
  id uuid constraint pv_draft_pk primary key,
  officer_id uuid not null constraint pv_draft_officer_fk references organisation.officer (id),
  case_id uuid not null constraint pv_draft_case_fk references casework.case_file (id),
  form_code text not null,
  corrects_id uuid constraint pv_draft_corrects_fk references documents.pv (id),
  key_id uuid not null constraint pv_draft_key_fk references platform.data_key (id),
  content bytea not null,
  seq bigint not null default 0,
  writer text,
  held_until timestamptz,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  discarded_at timestamptz,
  pv_id uuid constraint pv_draft_pv_fk references documents.pv (id)
);
comment on table draft.pv_draft is 'A PV being written: its officer''s alone, saved every few seconds, without an event until it is closed.';
comment on column draft.pv_draft.id is 'UUIDv7, made by the client.';
comment on column draft.pv_draft.officer_id is 'Who writes it.';
comment on column draft.pv_draft.case_id is 'The case it is for.';
comment on column draft.pv_draft.form_code is 'Form it is written on.';
comment on column draft.pv_draft.corrects_id is 'The PV it is to add to.';
comment on column draft.pv_draft.key_id is 'Key of this draft alone.';
comment on column draft.pv_draft.content is 'The text as JSON, encrypted.';
comment on column draft.pv_draft.seq is 'Number of the last save that counts.';
comment on column draft.pv_draft.writer is 'The window that writes.';
comment on column draft.pv_draft.held_until is 'Until when that window has the pen without saying anything.';
comment on column draft.pv_draft.created_at is 'When it was begun.';
comment on column draft.pv_draft.saved_at is 'Last save.';
comment on column draft.pv_draft.discarded_at is 'When it was thrown away; within thirty days it can be taken up again.';
comment on column draft.pv_draft.pv_id is 'The PV it became.';
create index pv_draft_of_officer on draft.pv_draft (officer_id, saved_at desc);
select platform.guard('draft.pv_draft', false);

create table draft.pv_draft_copy (
  id uuid constraint pv_draft_copy_pk primary key,
  draft_id uuid not null constraint pv_draft_copy_draft_fk references draft.pv_draft (id) on delete cascade,
  officer_id uuid not null constraint pv_draft_copy_officer_fk references organisation.officer (id),
  key_id uuid not null constraint pv_draft_copy_key_fk references platform.data_key (id),
  content bytea not null,
  writer text not null,
  seq bigint not null,
  kept_at timestamptz not null,
  constraint pv_draft_copy_once unique (draft_id, writer)
);
comment on table draft.pv_draft_copy is 'Texts that came from a window which no longer had the pen: kept aside, since nothing that was typed is lost.';
comment on column draft.pv_draft_copy.id is 'UUIDv7.';
comment on column draft.pv_draft_copy.draft_id is 'The draft.';
comment on column draft.pv_draft_copy.officer_id is 'Who wrote it.';
comment on column draft.pv_draft_copy.key_id is 'Key of the draft.';
comment on column draft.pv_draft_copy.content is 'The text as JSON, encrypted.';
comment on column draft.pv_draft_copy.writer is 'The window it came from.';
comment on column draft.pv_draft_copy.seq is 'Number of its last save.';
comment on column draft.pv_draft_copy.kept_at is 'When it came in.';
select platform.guard('draft.pv_draft_copy', false);

do $$
declare target text;
begin
  foreach target in array array['pv_draft', 'pv_draft_copy'] loop
    execute format('create policy %I on draft.%I to daira_app using (officer_id = (select ctx.actor_id())) with check (officer_id = (select ctx.actor_id()))',
      target || '_of_its_officer', target);
    execute format('create policy %I on draft.%I to daira_worker using (true)', target || '_worker', target);
    execute format('grant select, insert, update on draft.%I to daira_app', target);
    execute format('grant select, delete on draft.%I to daira_worker', target);
  end loop;
end $$;
create index pv_draft_to_sweep on draft.pv_draft (saved_at) where discarded_at is not null or pv_id is not null;
