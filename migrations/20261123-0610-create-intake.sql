-- The register of a unit: whoever comes and whatever arrives, one numbered line each, and what became of it.

create schema intake;
comment on schema intake is 'Desk register and incoming post, receipts, shift hand-over.';
grant usage on schema intake to daira_app, daira_worker;

create table intake.line (
  id uuid constraint line_pk primary key,
  unit_id uuid not null constraint line_unit_fk references organisation.unit (id),
  area text not null,
  year integer not null,
  number integer not null constraint line_number_positive check (number > 0),
  kind text not null constraint line_kind_known check (kind in (
    'complaint', 'denunciation', 'declaration', 'found-object', 'call', 'visit',
    'prosecutor-instruction', 'complaint-from-court', 'rogatory-commission', 'request-of-unit', 'other-letter')),
  category text constraint line_category_known check (category in ('loss', 'theft', 'other')),
  anonymous boolean not null,
  authorisation text not null constraint line_authorisation_known check (authorisation in ('not-needed', 'awaited', 'granted', 'refused')),
  state text not null constraint line_state_known check (state in (
    'open', 'awaiting-authorisation', 'sent', 'became-case', 'joined-case', 'passed-on', 'closed', 'answered')),
  owner_kind text not null constraint line_owner_kind_known check (owner_kind in ('officer', 'tray')),
  owner_id uuid constraint line_owner_fk references organisation.officer (id),
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  happened_from timestamptz,
  happened_to timestamptz,
  marks text[] not null default '{}',
  sender_unit_id uuid constraint line_sender_unit_fk references organisation.unit (id),
  sender_reference text,
  letter_date date,
  due_at timestamptz,
  content_key_id uuid not null,
  content bytea not null,
  recorded_by uuid not null constraint line_recorded_by_fk references organisation.officer (id),
  case_id uuid,
  origin_line_id uuid constraint line_origin_fk references intake.line (id),
  ended_at timestamptz,
  version integer not null default 1,
  constraint line_number_once unique (unit_id, year, number),
  constraint line_has_owner check ((owner_kind = 'officer') = (owner_id is not null)),
  constraint line_open_or_ended check ((state in ('open', 'awaiting-authorisation', 'sent')) = (ended_at is null)),
  constraint line_case_when_so check ((state in ('became-case', 'joined-case')) = (case_id is not null)),
  constraint line_post_has_letter check ((letter_date is not null) = (kind in (
    'prosecutor-instruction', 'complaint-from-court', 'rogatory-commission', 'request-of-unit', 'other-letter'))),
  constraint line_no_case_without_authorisation check (case_id is null or authorisation in ('not-needed', 'granted'))
);
comment on table intake.line is 'One line of the register of a unit: someone who came or called, or a letter. What was said is never changed; entries add to it.';
comment on column intake.line.id is 'UUIDv7.';
comment on column intake.line.unit_id is 'The unit whose register it stands in.';
comment on column intake.line.area is 'Stable code of the wilaya at creation.';
comment on column intake.line.year is 'Year of its number, in the country''s legal time.';
comment on column intake.line.number is 'Number in the register of the unit and year, without gaps.';
comment on column intake.line.kind is 'What came: the first six over the counter or by telephone, the others by post.';
comment on column intake.line.category is 'Of a declaration: loss, theft or other.';
comment on column intake.line.anonymous is 'A denunciation whose author is not known.';
comment on column intake.line.authorisation is 'Where an anonymous denunciation stands with the prosecutor; no inquiry without it.';
comment on column intake.line.state is 'open; awaiting-authorisation; sent: offered to another unit that has not answered; the others are ends.';
comment on column intake.line.owner_kind is 'officer, or tray: the head of the unit. There is no third: nothing is without an owner.';
comment on column intake.line.owner_id is 'The officer who owns it; null while it lies in the head''s tray.';
comment on column intake.line.received_at is 'When the person came or the letter arrived, as stated.';
comment on column intake.line.recorded_at is 'When it was taken down.';
comment on column intake.line.happened_from is 'When what is told happened, or began.';
comment on column intake.line.happened_to is 'When it ended, or the latest moment it can have happened.';
comment on column intake.line.marks is 'What stood out when it was taken down: a late entry, a letter dated after its arrival.';
comment on column intake.line.sender_unit_id is 'Who wrote, where that is a unit or a prosecutor''s office.';
comment on column intake.line.sender_reference is 'Reference of the letter at its sender.';
comment on column intake.line.letter_date is 'Date of the letter.';
comment on column intake.line.due_at is 'When it must have been answered.';
comment on column intake.line.content_key_id is 'Key of the line.';
comment on column intake.line.content is 'What was said, where, by whom and how to reach them: encrypted JSON.';
comment on column intake.line.recorded_by is 'The officer who took it down.';
comment on column intake.line.case_id is 'The case it became or joined.';
comment on column intake.line.origin_line_id is 'The line of the unit that sent it here.';
comment on column intake.line.ended_at is 'When it ended; null while it is open.';
comment on column intake.line.version is 'Counts the changes; a stale edit is refused.';
create index line_by_day on intake.line (unit_id, recorded_at desc);
create index line_open on intake.line (unit_id, id) where ended_at is null;
create index line_owned on intake.line (owner_id) where ended_at is null;
create index line_by_case on intake.line (case_id) where case_id is not null;
create index line_by_reference on intake.line (unit_id, sender_reference) where sender_reference is not null;

create table intake.entry (
  id uuid constraint entry_pk primary key,
  line_id uuid not null constraint entry_line_fk references intake.line (id),
  unit_id uuid not null,
  area text not null,
  kind text not null constraint entry_kind_known check (kind in (
    'recorded', 'addition', 'correction', 'assigned', 'taken', 'sent', 'accepted', 'refused', 'became-case', 'joined-case',
    'closed', 'reopened', 'answered', 'authorisation-granted', 'authorisation-refused', 'deadline', 'reminded', 'receipt')),
  codes jsonb not null default '{}',
  text_key_id uuid,
  text bytea,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  officer_id uuid constraint entry_officer_fk references organisation.officer (id),
  constraint entry_text_has_key check ((text is null) = (text_key_id is null))
);
comment on table intake.entry is 'What was added to a line: its story. Rows are only ever added.';
comment on column intake.entry.id is 'UUIDv7.';
comment on column intake.entry.line_id is 'The line.';
comment on column intake.entry.unit_id is 'Unit of the line.';
comment on column intake.entry.area is 'Area of the line.';
comment on column intake.entry.kind is 'What was done or added.';
comment on column intake.entry.codes is 'Reasons, references, ids: nothing personal.';
comment on column intake.entry.text_key_id is 'Key of the line.';
comment on column intake.entry.text is 'Words, encrypted.';
comment on column intake.entry.happened_at is 'When it happened, as stated.';
comment on column intake.entry.recorded_at is 'When it was taken down.';
comment on column intake.entry.officer_id is 'Who added it; null for a job.';
create index entry_by_line on intake.entry (line_id, id);
create index entry_by_day on intake.entry (unit_id, recorded_at);

create table intake.transfer (
  id uuid constraint transfer_pk primary key,
  line_id uuid not null constraint transfer_line_fk references intake.line (id),
  unit_id uuid not null constraint transfer_unit_fk references organisation.unit (id),
  area text not null,
  to_unit_id uuid not null constraint transfer_to_unit_fk references organisation.unit (id),
  state text not null constraint transfer_state_known check (state in ('sent', 'accepted', 'refused')),
  particulars jsonb not null,
  content_key_id uuid not null,
  content bytea not null,
  reason bytea not null,
  sent_at timestamptz not null,
  sent_by uuid not null constraint transfer_sent_by_fk references organisation.officer (id),
  settled_at timestamptz,
  settled_by uuid constraint transfer_settled_by_fk references organisation.officer (id),
  to_line_id uuid constraint transfer_to_line_fk references intake.line (id) deferrable initially deferred,
  constraint transfer_elsewhere check (to_unit_id <> unit_id),
  constraint transfer_settled check ((state = 'sent') = (settled_at is null)),
  constraint transfer_line_when_accepted check ((state = 'accepted') = (to_line_id is not null))
);
comment on table intake.transfer is 'A line offered to another unit, which accepts it as a line of its own or returns it with a reason.';
comment on column intake.transfer.id is 'UUIDv7.';
comment on column intake.transfer.line_id is 'The line that is sent.';
comment on column intake.transfer.unit_id is 'The unit that sends.';
comment on column intake.transfer.area is 'Area of the unit that sends.';
comment on column intake.transfer.to_unit_id is 'The unit that is asked to take it.';
comment on column intake.transfer.state is 'sent until the other unit answers.';
comment on column intake.transfer.particulars is 'Kind, times, reference and deadline of the line when it was sent; nothing personal.';
comment on column intake.transfer.content_key_id is 'Key of the line that is sent.';
comment on column intake.transfer.content is 'Its content when it was sent, encrypted: the other unit reads this and not the line.';
comment on column intake.transfer.reason is 'Why it is sent there, encrypted under the same key.';
comment on column intake.transfer.sent_at is 'When it was sent.';
comment on column intake.transfer.sent_by is 'Who sent it.';
comment on column intake.transfer.settled_at is 'When the other unit answered.';
comment on column intake.transfer.settled_by is 'Who answered.';
comment on column intake.transfer.to_line_id is 'The line it became there.';
create unique index transfer_one_at_a_time on intake.transfer (line_id) where state = 'sent';
create index transfer_waiting on intake.transfer (to_unit_id, sent_at) where state = 'sent';

create table intake.receipt (
  id uuid constraint receipt_pk primary key,
  line_id uuid not null constraint receipt_line_fk references intake.line (id),
  unit_id uuid not null,
  area text not null,
  code_hash bytea not null constraint receipt_code_once unique,
  code_key_id uuid not null,
  code bytea not null,
  issued_at timestamptz not null,
  issued_by uuid not null constraint receipt_issued_by_fk references organisation.officer (id),
  revoked_at timestamptz
);
comment on table intake.receipt is 'The complainant''s receipt: a tracking code of 80 bits. A new one ends the one before.';
comment on column intake.receipt.id is 'UUIDv7.';
comment on column intake.receipt.line_id is 'The line it is for.';
comment on column intake.receipt.unit_id is 'Unit of the line.';
comment on column intake.receipt.area is 'Area of the line.';
comment on column intake.receipt.code_hash is 'SHA-256 of the code: by this the code is found when it comes back.';
comment on column intake.receipt.code_key_id is 'Key of the line.';
comment on column intake.receipt.code is 'The code, encrypted, so that the sheet can be printed; it is in no answer and no log.';
comment on column intake.receipt.issued_at is 'When it was issued.';
comment on column intake.receipt.issued_by is 'Who issued it.';
comment on column intake.receipt.revoked_at is 'When a newer one took its place.';
create unique index receipt_one_in_force on intake.receipt (line_id) where revoked_at is null;

create table intake.reminder (
  id uuid constraint reminder_pk primary key,
  line_id uuid not null constraint reminder_line_fk references intake.line (id),
  unit_id uuid not null,
  area text not null,
  remind_at timestamptz not null,
  set_by uuid not null constraint reminder_set_by_fk references organisation.officer (id),
  set_at timestamptz not null,
  done_at timestamptz
);
comment on table intake.reminder is 'When the owner of a line is to be reminded of it.';
comment on column intake.reminder.id is 'UUIDv7.';
comment on column intake.reminder.line_id is 'The line.';
comment on column intake.reminder.unit_id is 'Unit of the line.';
comment on column intake.reminder.area is 'Area of the line.';
comment on column intake.reminder.remind_at is 'When.';
comment on column intake.reminder.set_by is 'Who asked for it.';
comment on column intake.reminder.set_at is 'When it was asked for.';
comment on column intake.reminder.done_at is 'When the notice went out, or the line was found to have ended.';
create index reminder_by_line on intake.reminder (line_id);

create table intake.handover (
  id uuid constraint handover_pk primary key,
  unit_id uuid not null constraint handover_unit_fk references organisation.unit (id),
  area text not null,
  shift_from timestamptz not null,
  shift_to timestamptz not null,
  open_lines integer not null,
  overdue_lines integer not null,
  line_ids uuid[] not null default '{}',
  content_key_id uuid not null,
  content bytea not null,
  written_by uuid not null constraint handover_written_by_fk references organisation.officer (id),
  written_at timestamptz not null,
  to_officer_id uuid constraint handover_to_officer_fk references organisation.officer (id),
  acknowledged_by uuid constraint handover_acknowledged_by_fk references organisation.officer (id),
  acknowledged_at timestamptz,
  remark_key_id uuid,
  remark bytea,
  constraint handover_shift check (shift_to > shift_from),
  constraint handover_by_another check (acknowledged_by <> written_by),
  constraint handover_acknowledged check ((acknowledged_by is null) = (acknowledged_at is null)),
  constraint handover_remark_has_key check ((remark is null) = (remark_key_id is null))
);
comment on table intake.handover is 'What the officer of one shift leaves to the next, acknowledged by name.';
comment on column intake.handover.id is 'UUIDv7.';
comment on column intake.handover.unit_id is 'The unit.';
comment on column intake.handover.area is 'Area of the unit.';
comment on column intake.handover.shift_from is 'Begin of the shift that ends.';
comment on column intake.handover.shift_to is 'Its end.';
comment on column intake.handover.open_lines is 'Open lines of the register when it was written.';
comment on column intake.handover.overdue_lines is 'Of those, past their deadline.';
comment on column intake.handover.line_ids is 'Lines the text points to.';
comment on column intake.handover.content_key_id is 'Key of the hand-over.';
comment on column intake.handover.content is 'What is open, in words, encrypted.';
comment on column intake.handover.written_by is 'The officer who leaves.';
comment on column intake.handover.written_at is 'When it was written.';
comment on column intake.handover.to_officer_id is 'The officer expected to take over, where named.';
comment on column intake.handover.acknowledged_by is 'The officer who took over; never the one who wrote.';
comment on column intake.handover.acknowledged_at is 'When.';
comment on column intake.handover.remark_key_id is 'Key of the hand-over.';
comment on column intake.handover.remark is 'What the officer who took over noted, encrypted.';
create index handover_by_unit on intake.handover (unit_id, written_at desc);
create index handover_waiting on intake.handover (unit_id) where acknowledged_at is null;

do $$
declare target text;
begin
  foreach target in array array['line', 'entry', 'receipt', 'reminder', 'handover'] loop
    perform platform.guard(('intake.' || target)::regclass);
    execute format('create policy in_reach on intake.%I to daira_app
      using ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]))
      with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]))', target);
  end loop;
end $$;
select platform.guard('intake.transfer');
create policy of_either_side on intake.transfer for select to daira_app using (
  (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]) or to_unit_id = any ((select ctx.units())::uuid[]));
create policy sent_from_reach on intake.transfer for insert to daira_app
  with check (state = 'sent' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));

-- Column by column: what was said on a line is not among what can be changed.
grant select, insert, update (state, authorisation, owner_kind, owner_id, due_at, case_id, ended_at, version) on intake.line to daira_app;
grant select, insert on intake.entry to daira_app;
grant select, insert on intake.transfer to daira_app;
grant select, insert, update (revoked_at) on intake.receipt to daira_app;
grant select, insert on intake.reminder to daira_app;
grant select, insert, update (acknowledged_by, acknowledged_at, remark_key_id, remark) on intake.handover to daira_app;

create policy reminding_reads on intake.line for select to daira_worker using ((select ctx.permission()) = 'job.intake.remind');
create policy reminding on intake.reminder to daira_worker
  using ((select ctx.permission()) = 'job.intake.remind') with check ((select ctx.permission()) = 'job.intake.remind');
create policy reminding_adds on intake.entry for insert to daira_worker with check ((select ctx.permission()) = 'job.intake.remind');
grant select on intake.line to daira_worker;
grant insert on intake.entry to daira_worker;
grant select, update (done_at) on intake.reminder to daira_worker;

-- The unit that answers has no reach into the register of the unit that asked. This is its one way there.
create function intake.settle_transfer(
  p_transfer uuid, p_to_line uuid, p_entry uuid, p_reason_key uuid, p_reason bytea, p_now timestamptz
) returns table (line_id uuid, from_unit_id uuid, from_area text, owner_kind text, owner_id uuid, year integer, number integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  asked intake.transfer;
  accepted boolean := p_to_line is not null;
begin
  select t.* into asked from intake.transfer t where t.id = p_transfer and t.state = 'sent'
    and ctx.permission() = 'register.accept' and (ctx.reaches_all() or t.to_unit_id = any (ctx.units())) for update;
  if not found then return; end if;
  update intake.transfer t set state = case when accepted then 'accepted' else 'refused' end, to_line_id = p_to_line,
    settled_at = p_now, settled_by = ctx.actor_id() where t.id = asked.id;
  insert into intake.entry (id, line_id, unit_id, area, kind, codes, text_key_id, text, happened_at, recorded_at, officer_id)
    values (p_entry, asked.line_id, asked.unit_id, asked.area, case when accepted then 'accepted' else 'refused' end,
      jsonb_build_object('unitId', asked.to_unit_id, 'transferId', asked.id), p_reason_key, p_reason, p_now, p_now, ctx.actor_id());
  return query update intake.line l set
      state = case when accepted then 'passed-on' when l.authorisation = 'awaited' then 'awaiting-authorisation' else 'open' end,
      ended_at = case when accepted then p_now end, version = l.version + 1
    where l.id = asked.line_id
    returning l.id, l.unit_id, l.area, l.owner_kind, l.owner_id, l.year, l.number;
end $$;
comment on function intake.settle_transfer(uuid, uuid, uuid, uuid, bytea, timestamptz) is
  'Accepts (with the new line) or refuses (with a reason) a line sent to a unit in reach of register.accept; answers no row where there is none to settle.';
revoke execute on function intake.settle_transfer(uuid, uuid, uuid, uuid, bytea, timestamptz) from public;
grant execute on function intake.settle_transfer(uuid, uuid, uuid, uuid, bytea, timestamptz) to daira_app;
