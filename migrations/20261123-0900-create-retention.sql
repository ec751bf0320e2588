-- Retention: what is due is proposed by one person, approved by another, carried out by the worker and certified.

create schema retention;
comment on schema retention is 'Destruction of what the law no longer lets be kept: proposals, and certificates of what was destroyed.';
grant usage on schema retention to daira_app, daira_worker;

create table retention.proposal (
  id uuid constraint proposal_pk primary key,
  state text not null constraint proposal_state_known check (state in ('proposed', 'approved', 'refused', 'carried-out')),
  record_type text not null,
  rule_code text not null,
  rule jsonb not null,
  rule_version text not null,
  reason bytea not null,
  reason_key_id uuid not null constraint proposal_key_fk references platform.data_key (id),
  unit_id uuid,
  area text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  run_command_id uuid,
  carried_out_at timestamptz,
  constraint proposal_two_persons check (decided_by is distinct from proposed_by),
  constraint proposal_decided check ((state = 'proposed') = (decided_by is null)),
  constraint proposal_run_known check ((state in ('approved', 'carried-out')) = (run_command_id is not null))
);
comment on table retention.proposal is 'Records that one person proposes to destroy, and what another decided.';
comment on column retention.proposal.id is 'UUIDv7.';
comment on column retention.proposal.state is 'proposed, approved by another person, refused, carried out by the worker.';
comment on column retention.proposal.record_type is 'Kind of record.';
comment on column retention.proposal.rule_code is 'Rule of the country under which they are due.';
comment on column retention.proposal.rule is 'That rule as it stood, with its article.';
comment on column retention.proposal.rule_version is 'Version of the country''s rules.';
comment on column retention.proposal.reason is 'Why now, in the words of who proposes, encrypted.';
comment on column retention.proposal.reason_key_id is 'Key of this proposal.';
comment on column retention.proposal.unit_id is 'Unit of the proposer.';
comment on column retention.proposal.area is 'Wilaya of the proposer.';
comment on column retention.proposal.proposed_by is 'The first person.';
comment on column retention.proposal.proposed_at is 'When.';
comment on column retention.proposal.decided_by is 'The second person, never the first.';
comment on column retention.proposal.decided_at is 'When.';
comment on column retention.proposal.run_command_id is 'Command that carries it out, fixed at approval so that it is carried out once.';
comment on column retention.proposal.carried_out_at is 'When the records were destroyed.';

create table retention.item (
  proposal_id uuid not null constraint item_proposal_fk references retention.proposal (id),
  record_id uuid not null,
  unit_id uuid,
  area text,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  outcome text constraint item_outcome_known check (outcome in ('destroyed', 'no-longer-due')),
  constraint item_pk primary key (proposal_id, record_id)
);
comment on table retention.item is 'A record of a proposal.';
comment on column retention.item.proposal_id is 'The proposal.';
comment on column retention.item.record_id is 'The record.';
comment on column retention.item.unit_id is 'Its unit.';
comment on column retention.item.area is 'Its wilaya.';
comment on column retention.item.starts_at is 'The event from which its time ran.';
comment on column retention.item.due_at is 'When its time was over.';
comment on column retention.item.outcome is 'destroyed, or no longer due when it came to it; null before.';

create table retention.certificate (
  id uuid constraint certificate_pk primary key,
  proposal_id uuid not null,
  body text not null,
  note text not null,
  issued_at timestamptz not null,
  unit_id uuid,
  area text
);
comment on table retention.certificate is 'Signed certificates of what was destroyed. A copy of each lies outside the database, so that a restored backup can be made to forget again.';
comment on column retention.certificate.id is 'UUIDv7.';
comment on column retention.certificate.proposal_id is 'The proposal; after a restore it may be older than this row.';
comment on column retention.certificate.body is 'Canonical JSON: rule, persons, records and the keys that were shredded; ids and codes only.';
comment on column retention.certificate.note is 'Signed note over the body''s SHA-256.';
comment on column retention.certificate.issued_at is 'When it was signed.';
comment on column retention.certificate.unit_id is 'Unit of the proposal.';
comment on column retention.certificate.area is 'Wilaya of the proposal.';

select platform.guard('retention.proposal'), platform.guard('retention.item'), platform.guard('retention.certificate');
create trigger certificate_never_changed before update or delete on retention.certificate for each row execute function platform.refuse_change();

create policy proposal_by_permission on retention.proposal to daira_app
  using ((select ctx.permission()) like 'retention.%' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))
  with check ((select ctx.permission()) like 'retention.%' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy item_by_permission on retention.item to daira_app
  using ((select ctx.permission()) like 'retention.%' and exists (select 1 from retention.proposal p where p.id = proposal_id))
  with check ((select ctx.permission()) like 'retention.%' and exists (select 1 from retention.proposal p where p.id = proposal_id));
create policy certificate_by_permission on retention.certificate for select to daira_app
  using ((select ctx.permission()) like 'retention.%' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy proposal_worker on retention.proposal to daira_worker using (true) with check (true);
create policy item_worker on retention.item to daira_worker using (true) with check (true);
create policy certificate_worker on retention.certificate to daira_worker using (true) with check (true);
grant select, insert, update on retention.proposal to daira_app;
grant select, insert on retention.item to daira_app;
grant select on retention.certificate to daira_app;
grant select, update on retention.proposal, retention.item to daira_worker;
grant select, insert on retention.certificate to daira_worker;
create index proposal_open on retention.proposal (proposed_at desc);
